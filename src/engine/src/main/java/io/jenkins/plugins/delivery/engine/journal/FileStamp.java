package io.jenkins.plugins.delivery.engine.journal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * By what a file that was changed is told from what it was.
 *
 * @param size in bytes
 * @param modified when; null for a file that is not there
 * @param key which file of its file system; null where it gives none
 */
record FileStamp(
        long size,
        @CheckForNull FileTime modified,
        @CheckForNull Object key) {
    static FileStamp of(Path file) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(is.size(), is.lastModifiedTime(), is.fileKey());
        } catch (NoSuchFileException e) {
            return new FileStamp(0, null, null);
        }
    }
}
