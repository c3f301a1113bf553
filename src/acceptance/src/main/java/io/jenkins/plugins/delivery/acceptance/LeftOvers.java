package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Commands of builds that outlive a Jenkins: its {@code sh} step detaches them, so that a restart does not end them. They
 * are found by what they inherited, where the system shows that, as Linux does (proc(5)).
 */
final class LeftOvers {
    private LeftOvers() {}

    /** Processes that were started by a Jenkins with this home. */
    static List<ProcessHandle> of(Path home) {
        String inherited = "\0JENKINS_HOME=" + home + "\0";
        return ProcessHandle.allProcesses()
                .filter(process -> ("\0" + environment(process) + "\0").contains(inherited))
                .toList();
    }

    static void end(Path home) {
        of(home).forEach(ProcessHandle::destroyForcibly);
    }

    /** Empty when it has ended meanwhile, or is somebody else's. */
    private static String environment(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
