// Sends the spans of builds to a receiver on this machine, or, with an empty address, nowhere; and has the token that our own event is sent with.
import com.cloudbees.plugins.credentials.CredentialsScope
import com.cloudbees.plugins.credentials.SystemCredentialsProvider
import hudson.util.Secret
import io.jenkins.plugins.opentelemetry.JenkinsOpenTelemetryPluginConfiguration
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl

def settings = JenkinsOpenTelemetryPluginConfiguration.get()
settings.endpoint = '@ENDPOINT@'
settings.configurationProperties = 'otel.exporter.otlp.protocol=http/protobuf\notel.bsp.schedule.delay=200\notel.metrics.exporter=none\notel.logs.exporter=none'
settings.configureOpenTelemetrySdk()
def store = SystemCredentialsProvider.instance
store.credentials.removeAll(store.credentials.findAll { it.id == 'collector' })
store.credentials.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, 'collector', '', Secret.fromString('collector-token')))
print 'there'
null
