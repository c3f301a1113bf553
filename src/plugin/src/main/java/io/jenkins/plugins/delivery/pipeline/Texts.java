package io.jenkins.plugins.delivery.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists and maps as a Jenkinsfile gives them, whose elements may be GStrings. */
final class Texts {
    private Texts() {}

    static ArrayList<String> of(@CheckForNull List<?> given) {
        ArrayList<String> texts = new ArrayList<>();
        if (given != null) {
            given.forEach(text -> texts.add(String.valueOf(text)));
        }
        return texts;
    }

    static LinkedHashMap<String, String> of(@CheckForNull Map<?, ?> given) {
        LinkedHashMap<String, String> texts = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        }
        return texts;
    }
}
