/**
 * The settings of a var: the given ones over the defaults. An unknown name is an error that says which one was probably
 * meant; a required one is a default of null that its var checks.
 */
Map call(String owner, Map given, Map defaults) {
    for (name in given.keySet()) {
        if (!defaults.containsKey(name)) {
            String near = nearest(name.toString(), defaults.keySet() as List)
            error "${owner}: there is no setting '${name}'${near ? "; did you mean '${near}'?" : ''}" +
                " (known are ${defaults.keySet().sort().join(', ')})"
        }
    }
    return defaults + given
}

/** The name that takes the fewest changes, if these are few; else null. */
@NonCPS
private String nearest(String word, List names) {
    String best = null
    int fewest = Math.max(2, word.length().intdiv(3)) + 1
    for (name in names) {
        int changes = distance(word.toLowerCase(), name.toString().toLowerCase())
        if (changes < fewest) {
            fewest = changes
            best = name
        }
    }
    return best
}

/** How many letters to insert, delete or replace. */
@NonCPS
private int distance(String one, String two) {
    List row = (0..two.length()).collect { it }
    for (int i = 1; i <= one.length(); i++) {
        List next = [i]
        for (int j = 1; j <= two.length(); j++) {
            int replaced = row[j - 1] + (one[i - 1] == two[j - 1] ? 0 : 1)
            next << Math.min(replaced, 1 + Math.min(row[j], next[j - 1]))
        }
        row = next
    }
    return row[two.length()]
}
