package org.jenkinsci.remoting;

import java.io.Serializable;

/** Is sent to agents, but never written to disk. */
public interface SerializableOnlyOverRemoting extends Serializable {}
