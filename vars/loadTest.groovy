/**
 * Puts load on an environment with what is there (k6, JMeter, Gatling or Vegeta), and judges the result as a report: absolutely, and
 * against the last good build. Returns the report's map.
 */
def call(Map given = [:]) {
    Map settings = checkedSettings('loadTest', given,
        [tool: null, script: null, url: null, rate: '50', duration: '30s', file: null, gates: null, name: 'Load', arguments: ''])
    if (settings.file) {
        return judged(settings, settings.file.toString())
    }
    Map plan = planOf(settings)
    echo "loadTest: ${plan.tool}, because ${plan.why}"
    sh label: 'Make room for the result', script: 'rm -rf .delivery/load && mkdir -p .delivery/load && : > .delivery/load/begun'
    Map run = command(plan, settings)
    for (program in run.needs) {
        agentTools.need('loadTest', program, ways()[plan.tool])
    }
    int status = sh(label: "Load test with ${plan.tool}", script: run.script, returnStatus: true)
    if (!fileExists(run.result)) {
        error "loadTest: ${plan.tool} ended with exit code ${status} and without a result, see the log above"
    }
    Map report = judged(settings, run.result)
    if (status != 0) {
        error "loadTest: ${plan.tool} ended with exit code ${status}, see the log above: limits of its own, or requests that could not be made"
    }
    return report
}

private Map ways() {
    return [k6: 'Get it from https://grafana.com/docs/k6/latest/set-up/install-k6.', jmeter: 'Get it from https://jmeter.apache.org/download_jmeter.cgi.',
            gatling: 'It comes with the Maven plugin io.gatling:gatling-maven-plugin; the agent needs Maven.',
            vegeta: 'Get it from https://github.com/tsenart/vegeta/releases.']
}

private Map judged(Map settings, String file) {
    return deliveryReport([kind: 'load-test', name: settings.name.toString(), file: file] + (settings.gates == null ? [:] : [gates: settings.gates]))
}

/** What is asked for, else what the workspace holds. */
private Map planOf(Map settings) {
    String script = settings.script == null ? null : settings.script.toString()
    if (script != null && !fileExists(script)) {
        error "loadTest: there is no '${script}' in this workspace"
    }
    if (settings.tool) {
        if (!ways().containsKey(settings.tool.toString())) {
            error "loadTest: there is no tool '${settings.tool}' (known are ${ways().keySet().sort().join(', ')})"
        }
        return [tool: settings.tool.toString(), script: script, why: 'the Jenkinsfile says so']
    }
    if (script == null) {
        String found = sh(label: 'Look for a load test', returnStdout: true,
            script: 'set +x; ls -1 load/*.js load/*.ts load/*.jmx load/*.targets 2> /dev/null | head -n 1; true').trim()
        script = found.isEmpty() ? null : found
    }
    if (script != null) {
        Map byEnding = [js: 'k6', ts: 'k6', jmx: 'jmeter', targets: 'vegeta', txt: 'vegeta']
        String tool = byEnding[script.substring(script.lastIndexOf('.') + 1)]
        if (tool == null) {
            error "loadTest: what runs '${script}' is not known (.js and .ts are k6's, .jmx is JMeter's, .targets and .txt are Vegeta's): say the tool"
        }
        return [tool: tool, script: script, why: "${script} is here".toString()]
    }
    if (fileExists('pom.xml') && readFile('pom.xml').contains('gatling-maven-plugin')) {
        return [tool: 'gatling', script: null, why: 'pom.xml has the plugin gatling-maven-plugin']
    }
    if (settings.url) {
        return [tool: 'vegeta', script: null, why: 'there is a url and no script']
    }
    error 'loadTest: there is nothing to run: neither load/*.js (k6), load/*.jmx (JMeter), load/*.targets (Vegeta) nor gatling-maven-plugin in pom.xml; ' +
        'say the script, or the url'
}

private Map command(Map plan, Map settings) {
    String url = settings.url == null ? '' : settings.url.toString()
    String more = settings.arguments ? " ${settings.arguments}" : ''
    String script = plan.script == null ? '' : agentTools.quoted(plan.script)
    switch (plan.tool) {
        case 'k6':
            String base = url ? " --env ${agentTools.quoted("BASE_URL=${url}".toString())}" : ''
            return [needs: ['k6'], result: '.delivery/load/summary.json', script: "k6 run --summary-export .delivery/load/summary.json${base}${more} ${script}".toString()]
        case 'jmeter':
            String property = url ? " ${agentTools.quoted("-Jurl=${url}".toString())}" : ''
            return [needs: ['jmeter'], result: '.delivery/load/result.jtl', script: "jmeter -n -t ${script} -l .delivery/load/result.jtl".toString() +
                " -Jjmeter.save.saveservice.output_format=csv -Jjmeter.save.saveservice.print_field_names=true${property}${more}".toString()]
        case 'gatling':
            String system = url ? " ${agentTools.quoted("-DbaseUrl=${url}".toString())}" : ''
            return [needs: fileExists('mvnw') ? [] : ['mvn'], result: '.delivery/load/gatling',
                    script: "status=0; ${buildTool.command('maven')} gatling:test${system}${more} || status=\$?; ".toString() + newestOfGatling()]
        default:
            String targets = script ?: '.delivery/load/targets'
            String prepare = script ? '' : "printf 'GET %s\\n' ${agentTools.quoted(url)} > .delivery/load/targets; "
            return [needs: ['vegeta'], result: '.delivery/load/report.json', script: "${prepare}vegeta attack -targets=${targets} -rate=${agentTools.quoted(settings.rate.toString())}".toString() +
                " -duration=${agentTools.quoted(settings.duration.toString())} -output=.delivery/load/results.bin${more}".toString() +
                ' && vegeta report -type=json -output=.delivery/load/report.json .delivery/load/results.bin']
    }
}

/** Gatling writes a folder for each simulation: a log, and until 3.12 statistics too, which are smaller. */
private String newestOfGatling() {
    return '''
        runs=$(find . -path '*/gatling/*' -name simulation.log -newer .delivery/load/begun)
        if [ "$(printf '%s\\n' "$runs" | grep -c .)" -gt 1 ]; then
          echo "More than one simulation ran; say which with arguments: '-Dgatling.simulationClass=...', and call loadTest for each:"
          echo "$runs"
        elif [ -n "$runs" ]; then
          statistics="${runs%/*}/js/stats.json"
          if [ -f "$statistics" ]; then cp "$statistics" .delivery/load/gatling; else cp "$runs" .delivery/load/gatling; fi
        fi
        exit $status'''
}
