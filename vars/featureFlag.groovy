/**
 * Switches a feature flag. With a block, the flag is switched before the block runs, and back when the block does not end well, whatever
 * ended it; so it goes with a release, and back with its rollback. Returns what the flag was before.
 */
def call(Map given = [:], Closure release = null) {
    Map settings = checkedSettings('featureFlag', given,
        [flag: null, to: true, provider: null, file: null, publish: null, url: null, credentialsId: null, project: 'default', environment: 'production'])
    if (!settings.flag) {
        error 'featureFlag: say the flag'
    }
    String provider = providerOf(settings)
    def before = state(provider, settings)
    change(provider, settings, before, settings.to)
    if (release == null) {
        return before
    }
    boolean released = false
    try {
        release()
        released = true
    } finally {
        if (!released) {
            back(provider, settings, before)
        }
    }
    return before
}

private String providerOf(Map settings) {
    String provider = settings.provider == null ? (settings.file ? 'flagd' : null) : settings.provider.toString()
    switch (provider) {
        case 'flagd':
            if (!settings.file || !fileExists(settings.file.toString())) {
                error "featureFlag: provider 'flagd' needs the file with its flags; there is no '${settings.file}' in this workspace"
            }
            return provider
        case 'unleash':
        case 'launchdarkly':
            for (name in ['url', 'credentialsId']) {
                if (!settings[name]) {
                    error "featureFlag: provider '${provider}' needs the ${name}" + (name == 'credentialsId' ? ' of a secret text with its token' : '')
                }
            }
            if (!(settings.to instanceof Boolean)) {
                error "featureFlag: provider '${provider}' switches to true or false, not to '${settings.to}'"
            }
            return provider
        case null: error "featureFlag: say the provider (known are flagd, launchdarkly, unleash), or the file of flagd"
        default: error "featureFlag: there is no provider '${provider}' (known are flagd, launchdarkly, unleash)"
    }
}

private def state(String provider, Map settings) {
    switch (provider) {
        case 'flagd': return flagOf(readFile(settings.file.toString()), settings).variant
        case 'unleash': return (on(settings, unleash(settings, ''), 'enabled'))
        default: return on(settings, launchDarkly(settings) + "?env=${settings.environment}", 'on')
    }
}

private void change(String provider, Map settings, before, to) {
    if (before == to || (provider == 'flagd' && before == flagOf(readFile(settings.file.toString()), settings, to).wanted)) {
        echo "featureFlag: ${settings.flag} is ${before} already"
        return
    }
    switch (provider) {
        case 'flagd': inFile(settings, to); break
        case 'unleash': ask(settings, 'POST', unleash(settings, to ? '/on' : '/off'), '', ''); break
        default:
            String kind = to ? 'turnFlagOn' : 'turnFlagOff'
            ask(settings, 'PATCH', launchDarkly(settings), 'application/json; domain-model=launchdarkly.semanticpatch',
                "{\"environmentKey\":\"${settings.environment}\",\"instructions\":[{\"kind\":\"${kind}\"}]}")
    }
    echo "featureFlag: ${settings.flag} went from ${before} to ${to}"
}

/** What went wrong with the release is what people have to hear; so a flag that stays where it is is told, and hides nothing. */
private void back(String provider, Map settings, before) {
    try {
        change(provider, settings, state(provider, settings), before)
    } catch (Exception e) {
        echo "featureFlag: ${settings.flag} could not be switched back to ${before} and has to be by hand: ${e.message}"
    }
}

private String unleash(Map settings, String action) {
    return "${settings.url}/api/admin/projects/${settings.project}/features/${settings.flag}/environments/${settings.environment}${action}"
}

private String launchDarkly(Map settings) {
    return "${settings.url}/api/v2/flags/${settings.project}/${settings.flag}"
}

private boolean on(Map settings, String address, String key) {
    String answer = ask(settings, 'GET', address, '', '')
    def value = valueOf(answer, key, settings.environment.toString())
    if (!(value instanceof Boolean)) {
        error "featureFlag: the answer for ${settings.flag} does not say whether it is on in ${settings.environment}"
    }
    return value
}

private String ask(Map settings, String method, String address, String type, String body) {
    Map answer = restCall(method: method, url: address, credentialsId: settings.credentialsId, header: 'Authorization: ', type: type, body: body)
    String status = answer.status
    if (!(status ==~ /2\d\d/)) {
        error "featureFlag: ${method} ${address} was answered with ${status == '000' ? 'nothing' : 'HTTP ' + status}; ${settings.flag} was not switched by it"
    }
    return answer.text
}

private void inFile(Map settings, to) {
    String file = settings.file.toString()
    Map flag = flagOf(readFile(file), settings, to)
    writeFile file: file, text: flag.text, encoding: 'UTF-8'
    if (settings.publish instanceof Closure) {
        settings.publish()
    }
}

/**
 * A flag of flagd's file (https://flagd.dev/reference/flag-definitions): its variant now, the wanted one, and the text with that. true and false
 * mean the variants that have these values.
 */
private Map flagOf(String text, Map settings, to = null) {
    Map flag = parsedFlag(text, settings.flag.toString(), to)
    if (flag.problem) {
        error "featureFlag: ${settings.file}: ${flag.problem}"
    }
    return flag
}

@NonCPS
private Map parsedFlag(String text, String name, to) {
    def flags = new groovy.json.JsonSlurper().parseText(text).flags
    def flag = flags == null ? null : flags[name]
    if (flag == null) {
        return [problem: "there is no flag '${name}' (known are ${flags == null ? 'none' : flags.keySet().sort().join(', ')})".toString()]
    }
    Map variants = flag.variants
    String wanted = null
    if (to instanceof Boolean) {
        wanted = variants.keySet().find { key -> variants[key] == to }
    } else if (to != null) {
        wanted = variants.containsKey(to.toString()) ? to.toString() : null
    }
    if (to != null && wanted == null) {
        return [problem: "the flag '${name}' has no variant for ${to} (known are ${variants.keySet().sort().join(', ')})".toString()]
    }
    String changed = wanted == null ? text : replaced(text, name, wanted)
    if (wanted != null && new groovy.json.JsonSlurper().parseText(changed).flags[name].defaultVariant != wanted) {
        return [problem: "the flag '${name}' could not be changed; say its defaultVariant in the file".toString()]
    }
    return [variant: flag.defaultVariant, wanted: wanted, text: changed]
}

/** Only the variant changes: the file stays as people wrote it. */
@NonCPS
private String replaced(String text, String name, String variant) {
    int start = text.indexOf('"' + name + '"', text.indexOf('"flags"'))
    int key = text.indexOf('"defaultVariant"', start)
    int colon = text.indexOf(':', key)
    int open = text.indexOf('"', colon)
    int close = text.indexOf('"', open + 1)
    return start < 0 || key < 0 || close < 0 ? text : text.substring(0, open + 1) + variant + text.substring(close)
}

@NonCPS
private def valueOf(String json, String key, String environment) {
    def answer = new groovy.json.JsonSlurper().parseText(json)
    if (answer.environments instanceof Map) {
        return answer.environments[environment] == null ? null : answer.environments[environment][key]
    }
    return answer[key]
}
