package org.kohsuke.stapler.export;

/** Is shown as another object. */
public interface CustomExportedBean {
    Object toExportedObject();
}
