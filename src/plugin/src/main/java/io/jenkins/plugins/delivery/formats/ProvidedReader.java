package io.jenkins.plugins.delivery.formats;

import io.jenkins.plugins.delivery.engine.scan.format.ReportReader;
import java.io.Serializable;

/** A reader that another plugin brings: it travels to the agent, which does not know that plugin's formats by name. */
public interface ProvidedReader extends ReportReader, Serializable {}
