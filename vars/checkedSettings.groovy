/**
 * The settings of a var: the given ones over the defaults. An unknown name is an error that says which one was probably
 * meant; so is a required one that is missing, and several of those that cannot go together.
 */
Map call(String owner, Map given, Map defaults, Map rules = [:]) {
    for (name in given.keySet()) {
        if (!defaults.containsKey(name.toString())) {
            deliveryChoice owner: owner, what: 'setting', value: name.toString(), known: names(defaults)
        }
    }
    for (name in (rules.required ?: [])) {
        if (missing(given[name] == null ? defaults[name] : given[name])) {
            error "${owner}: say the ${name}"
        }
    }
    for (group in (rules.apart ?: [])) {
        together(owner, given, group as List)
    }
    return defaults + given
}

private void together(String owner, Map given, List group) {
    List said = []
    for (name in group) {
        if (!missing(given[name])) {
            said << name
        }
    }
    if (said.size() > 1) {
        error "${owner}: ${said.join(' and ')} contradict each other; say one of them"
    }
}

private boolean missing(value) {
    return value == null || value.toString().trim().isEmpty()
}

private List names(Map defaults) {
    List names = []
    for (name in defaults.keySet()) {
        names << name.toString()
    }
    return names
}
