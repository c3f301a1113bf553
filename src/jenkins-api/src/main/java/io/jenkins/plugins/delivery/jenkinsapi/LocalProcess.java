package io.jenkins.plugins.delivery.jenkinsapi;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Proc;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** A process of this machine whose output is copied where it is wanted. */
public final class LocalProcess extends Proc {
    private static final Map<LocalProcess, Map<String, String>> STARTED = new ConcurrentHashMap<>();

    private final Process process;
    private final List<CompletableFuture<Void>> copies = new ArrayList<>();

    /** @param environment what the process was started with */
    public LocalProcess(Process process, Map<String, String> environment) {
        this.process = process;
        STARTED.keySet().removeIf(other -> !other.isAlive());
        STARTED.put(this, Map.copyOf(environment));
    }

    /** Ends all processes that were started from here with these variables in their environment. */
    public static void killAll(Map<String, String> variables) throws InterruptedException {
        for (Map.Entry<LocalProcess, Map<String, String>> started : STARTED.entrySet()) {
            if (!variables.isEmpty() && started.getValue().entrySet().containsAll(variables.entrySet())) {
                started.getKey().kill();
            }
        }
    }

    /** Copies {@code in} to {@code out} until it ends; a copier never keeps the JVM alive. */
    public void copy(InputStream in, OutputStream out, boolean close) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                transfer(in, out);
                if (close) {
                    out.close();
                }
                done.complete(null);
            } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        thread.setName("output of process " + process.pid());
        thread.setDaemon(true);
        thread.start();
        if (!close) {
            copies.add(done);
        }
    }

    private static void transfer(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[8192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    @Override
    public int join() throws IOException, InterruptedException {
        try {
            int code = process.waitFor();
            for (CompletableFuture<Void> each : copies) {
                each.get();
            }
            return code;
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
    }

    private static IOException cause(ExecutionException e) {
        if (e.getCause() instanceof IOException failed) {
            return failed;
        }
        throw new UncheckedIOException(new IOException("Copying the output failed", e.getCause()));
    }

    @Override
    @CheckForNull
    public InputStream getStdout() {
        return process.getInputStream();
    }

    @Override
    @CheckForNull
    public InputStream getStderr() {
        return process.getErrorStream();
    }

    @Override
    @CheckForNull
    public OutputStream getStdin() {
        return process.getOutputStream();
    }
}
