package io.jenkins.plugins.delivery.jenkinsapi;

import hudson.model.Computer;
import hudson.model.Node;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.nio.charset.Charset;

/** This machine. */
public final class LocalComputer extends Computer {
    public LocalComputer(Node node) {
        super(node);
    }

    @Override
    public VirtualChannel getChannel() {
        return ThisMachine.CHANNEL;
    }

    @Override
    public Charset getDefaultCharset() {
        return Charset.defaultCharset();
    }

    @Override
    public Boolean isUnix() {
        return File.pathSeparatorChar == ':';
    }
}
