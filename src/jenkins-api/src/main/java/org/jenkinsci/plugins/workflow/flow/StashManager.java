package org.jenkinsci.plugins.workflow.flow;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Map;

public class StashManager {
    public static void stash(
            Run<?, ?> run, String text, FilePath filePath, TaskListener taskListener, String text2, String text3)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void stash(
            Run<?, ?> run,
            String text,
            FilePath filePath,
            TaskListener taskListener,
            String text2,
            String text3,
            boolean flag)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void stash(
            Run<?, ?> run,
            String text,
            FilePath filePath,
            TaskListener taskListener,
            String text2,
            String text3,
            boolean flag,
            boolean flag2)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void stash(
            Run<?, ?> run,
            String text,
            FilePath filePath,
            Launcher launcher,
            EnvVars envVars,
            TaskListener taskListener,
            String text2,
            String text3,
            boolean flag,
            boolean flag2)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void unstash(Run<?, ?> run, String text, FilePath filePath, TaskListener taskListener)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void unstash(
            Run<?, ?> run,
            String text,
            FilePath filePath,
            Launcher launcher,
            EnvVars envVars,
            TaskListener taskListener)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void clearAll(Run<?, ?> run) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void clearAll(Run<?, ?> run, TaskListener taskListener) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void maybeClearAll(Run<?, ?> run) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void maybeClearAll(Run<?, ?> run, TaskListener taskListener)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void copyAll(Run<?, ?> run, Run<?, ?> run2) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Map<String, Map<String, String>> stashesOf(Run<?, ?> run) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }
}
