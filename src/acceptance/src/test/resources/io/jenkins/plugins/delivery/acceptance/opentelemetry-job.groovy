@Library('progressive-delivery') _

node {
  stage('Production') {
    writeFile file: 'deploy/manifests/app.yaml', text: '''@MANIFESTS@'''
    deployTo(environment: 'production', app: '@JOB@', image: '@IMAGE@', strategy: 'rolling', options: [version: '1'])
    deploymentEvent to: 'opentelemetry', app: '@JOB@', version: '1', url: '@ENDPOINT@', credentialsId: 'collector'
    sh 'echo "in the span $SPAN_ID"'
  }
}
