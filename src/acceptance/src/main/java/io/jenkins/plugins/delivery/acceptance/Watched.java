package io.jenkins.plugins.delivery.acceptance;

import java.util.Arrays;

/** Starts the main class of a {@code jenkins.war}, and ends with the process that wanted it, however that ends. */
public final class Watched {
    /** As a shell tells of what was killed. */
    private static final int ENDED = 137;

    private Watched() {}

    /** @param arguments the id of the process to outlive for no moment, then what Jenkins gets */
    public static void main(String[] arguments) throws Exception {
        long parent = Long.parseLong(arguments[0]);
        Thread watch = new Thread(() -> end(parent), "end with " + parent);
        watch.setDaemon(true);
        watch.start();
        Class.forName("executable.Main").getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void end(long parent) {
        ProcessHandle.of(parent).ifPresent(process -> process.onExit().join());
        Runtime.getRuntime().halt(ENDED);
    }
}
