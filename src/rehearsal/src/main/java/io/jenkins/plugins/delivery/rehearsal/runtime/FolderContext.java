package io.jenkins.plugins.delivery.rehearsal.runtime;

import java.io.Serializable;

/** In which folder the steps of a block work; what {@code context.get(FilePath.class)} gives. */
public record FolderContext(String path) implements Serializable {}
