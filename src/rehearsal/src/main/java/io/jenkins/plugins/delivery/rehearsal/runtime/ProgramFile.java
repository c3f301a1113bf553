package io.jenkins.plugins.delivery.rehearsal.runtime;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import hudson.util.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import jenkins.model.Jenkins;

/** Writes a program to disk and reads it back. What lives in the controller is written as a reference to it. */
final class ProgramFile {
    private final Path file;

    ProgramFile(Path file) {
        this.file = file;
    }

    /** Fails with the way to the culprit if something in the program cannot be saved. */
    void write(Program program) throws IOException {
        byte[] bytes = bytes(program);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next, bytes);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] bytes(Program program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
        try (Writer out = new Writer(bytes)) {
            out.writeObject(program);
        } catch (NotSerializableException culprit) {
            throw SavePath.explain(program, culprit);
        }
        return bytes.toByteArray();
    }

    /** Reads a program whose scripts {@code classes} knows. */
    Program read(ClassLoader classes) throws IOException {
        try (Reader in = new Reader(new ByteArrayInputStream(Files.readAllBytes(file)), classes)) {
            return (Program) in.readObject();
        } catch (ClassNotFoundException unknown) {
            throw new IOException("The saved program names a class that its scripts do not have", unknown);
        }
    }

    static Object replace(Object object) {
        if (object instanceof FilePath path) {
            return new SavedPath(path.getRemote());
        }
        if (object instanceof Computer) {
            return new SavedComputer();
        }
        if (object instanceof Secret secret) {
            return new SavedSecret(secret.getEncryptedValue());
        }
        if (object instanceof Result result) {
            return new SavedResult(result.toString());
        }
        return object;
    }

    /** Types of the controller that only look as if they could be saved, or that Jenkins refuses. */
    static boolean isRefused(Object object) {
        return object instanceof Run || object instanceof Job || object instanceof Jenkins;
    }

    private static final class Writer extends ObjectOutputStream {
        Writer(OutputStream out) throws IOException {
            super(out);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object object) throws IOException {
            if (isRefused(object)) {
                throw new NotSerializableException(object.getClass().getName());
            }
            return replace(object);
        }
    }

    private static final class Reader extends ObjectInputStream {
        private final ClassLoader classes;

        Reader(InputStream in, ClassLoader classes) throws IOException {
            super(in);
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, classes);
            } catch (ClassNotFoundException elsewhere) {
                return super.resolveClass(description);
            }
        }
    }

    private record SavedPath(String path) implements Serializable {
        private Object readResolve() {
            return new FilePath(new java.io.File(path));
        }
    }

    private record SavedComputer() implements Serializable {
        private Object readResolve() {
            return Jenkins.get().toComputer();
        }
    }

    private record SavedSecret(String encrypted) implements Serializable {
        private Object readResolve() {
            return Secret.fromString(encrypted);
        }
    }

    private record SavedResult(String name) implements Serializable {
        private Object readResolve() {
            return Result.fromString(name);
        }
    }
}
