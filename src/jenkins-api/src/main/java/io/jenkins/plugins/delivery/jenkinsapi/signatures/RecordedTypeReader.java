package io.jenkins.plugins.delivery.jenkinsapi.signatures;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lines of one file of records. */
final class RecordedTypeReader {
    private static final Set<String> FACTS = Set.of("retention", "target", "from");

    private final Map<String, RecordedType> types;

    @CheckForNull
    private String[] header;

    private Map<String, String> members = new HashMap<>();
    private Map<String, String> facts = new HashMap<>();

    RecordedTypeReader(Map<String, RecordedType> types) {
        this.types = types;
    }

    void read(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(" ")) {
                member(line.substring(1));
            } else {
                finish();
                header = line.split(" ");
            }
        }
        finish();
    }

    private void member(String line) {
        int blank = line.indexOf(' ');
        String first = line.substring(0, blank);
        String rest = line.substring(blank + 1);
        if (FACTS.contains(first)) {
            facts.put(first, rest);
        } else {
            members.put(rest, first);
        }
    }

    private void finish() {
        if (header != null) {
            String name = header[2];
            List<String> supertypes = Arrays.asList(header).subList(3, header.length);
            types.put(
                    name, new RecordedType(name, header[0].equals("interface"), header[1], supertypes, members, facts));
        }
        header = null;
        members = new HashMap<>();
        facts = new HashMap<>();
    }
}
