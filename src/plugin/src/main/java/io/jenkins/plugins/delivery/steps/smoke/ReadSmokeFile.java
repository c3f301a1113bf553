package io.jenkins.plugins.delivery.steps.smoke;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.delivery.steps.WorkspaceFiles;
import java.io.File;
import java.io.IOException;
import jenkins.MasterToSlaveFileCallable;

/** Reads a small file of the workspace, on whatever machine it lies. */
final class ReadSmokeFile extends MasterToSlaveFileCallable<byte[]> {
    private static final long serialVersionUID = 1L;

    private final String path;

    ReadSmokeFile(String path) {
        this.path = path;
    }

    @Override
    public byte[] invoke(File workspace, VirtualChannel channel) throws IOException {
        return new WorkspaceFiles(workspace).bytes("file", path);
    }
}
