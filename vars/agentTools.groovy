/** Which of these programs the agent has, in the given order; each is a name on the PATH or an absolute path. */
List call(List names) {
    String words = names.collect { name -> quoted(name.toString()) }.join(' ')
    String found = sh(label: 'Look for programs', returnStdout: true,
        script: "set +x; for program in ${words}; do if command -v \"\$program\" > /dev/null 2>&1; then echo \"\$program\"; fi; done")
    return found.readLines().findAll { line -> !line.trim().isEmpty() }
}

/** Ends the build when a program is missing, saying which and how to get it. */
void need(String owner, String name, String howToGet) {
    if (!call([name]).contains(name)) {
        error "${owner}: this agent has no ${name}. ${howToGet}"
    }
}

/** One word of a shell's command line, whatever is in it. */
@NonCPS
String quoted(String word) {
    return word ==~ /[A-Za-z0-9_.,:\/@%+=-]+/ ? word : "'" + word.replace("'", "'\\''") + "'"
}
