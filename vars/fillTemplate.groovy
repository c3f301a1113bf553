/**
 * A template of this library (or of the Jenkinsfile's own) with its {{names}} filled in, as text, and as a file where one is said. In JSON, values
 * are escaped; a name without a value, and a value without a name, are errors.
 */
String call(Map given = [:]) {
    Map settings = checkedSettings('fillTemplate', given, [template: null, text: null, values: [:], file: null])
    if (!settings.template == !settings.text) {
        error 'fillTemplate: say the template, or its text'
    }
    String text = settings.text ? settings.text.toString() : libraryResource("io/jenkins/plugins/delivery/${settings.template}")
    Map filled = filled(text, settings.values as Map, settings.template.toString().endsWith('.json'))
    if (filled.problem) {
        error "fillTemplate: ${settings.template ?: 'the text'} ${filled.problem}"
    }
    if (settings.file) {
        writeFile file: settings.file.toString(), text: filled.text, encoding: 'UTF-8'
    }
    return filled.text
}

@NonCPS
private Map filled(String text, Map values, boolean json) {
    StringBuilder out = new StringBuilder()
    Set used = []
    Set missing = []
    int at = 0
    for (int open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', at)) {
        int close = text.indexOf('}}', open)
        String name = close < 0 ? '' : text.substring(open + 2, close)
        if (!(name ==~ /[A-Za-z]+/)) {
            return [problem: "has '{{' without a name and '}}' after it".toString()]
        }
        used << name
        def value = values[name]
        if (value == null) {
            missing << name
        }
        out.append(text.substring(at, open)).append(json ? escaped(String.valueOf(value)) : oneLine(String.valueOf(value)))
        at = close + 2
    }
    if (!missing.isEmpty()) {
        return [problem: "needs values for ${missing.sort().join(', ')}".toString()]
    }
    List strange = values.keySet().findAll { name -> !used.contains(name.toString()) }.sort()
    return strange.isEmpty() ? [text: out.append(text.substring(at)).toString()] : [problem: "has no place for ${strange.join(', ')}".toString()]
}

/** A value cannot add lines to what is filled. */
@NonCPS
private String oneLine(String value) {
    return value.replace('\r', ' ').replace('\n', ' ')
}

/** As JSON writes a text, without its quotes. */
@NonCPS
private String escaped(String value) {
    String json = groovy.json.JsonOutput.toJson(value)
    return json.substring(1, json.length() - 1)
}
