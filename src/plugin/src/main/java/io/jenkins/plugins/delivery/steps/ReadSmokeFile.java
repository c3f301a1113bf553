package io.jenkins.plugins.delivery.steps;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import jenkins.MasterToSlaveFileCallable;

/** Reads a small text file of the workspace where it is: on the agent. */
final class ReadSmokeFile extends MasterToSlaveFileCallable<String> {
    private static final long serialVersionUID = 1L;

    private final String path;

    ReadSmokeFile(String path) {
        this.path = path;
    }

    @Override
    public String invoke(File workspace, VirtualChannel channel) throws IOException {
        return new WorkspaceFiles(workspace).text("file", path);
    }
}
