package io.jenkins.plugins.delivery.jenkinsapi;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import java.io.File;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import jenkins.model.Jenkins;

/** The users of one controller. */
public final class LocalUsers {
    private final Map<String, User> byKey = new ConcurrentSkipListMap<>();
    private final File directory;

    LocalUsers(File home) {
        directory = new File(home, "users");
    }

    public static LocalUsers of(Jenkins jenkins) {
        return LocalController.of(jenkins).users();
    }

    /** How the id is spelt as a directory. */
    public static String fileName(String id) {
        return URLEncoder.encode(key(id), StandardCharsets.UTF_8);
    }

    @CheckForNull
    public User get(String id, boolean create, Supplier<User> maker) {
        boolean known = byKey.containsKey(key(id)) || new File(directory, fileName(id)).isDirectory();
        return known || create ? byKey.computeIfAbsent(key(id), key -> maker.get()) : null;
    }

    public void remove(String id) {
        byKey.remove(key(id));
    }

    public Collection<User> all() {
        String[] saved = directory.list();
        for (String each : saved == null ? new String[0] : saved) {
            User.getById(URLDecoder.decode(each, StandardCharsets.UTF_8), true);
        }
        return List.copyOf(byKey.values());
    }

    private static String key(String id) {
        return User.idStrategy().keyFor(id);
    }
}
