package org.jenkinsci.plugins.workflow.cps;

import org.codehaus.groovy.control.MultipleCompilationErrorsException;

/** The errors of a script that was compiled while a pipeline ran; unlike Groovy's own exception it can be saved. */
public class CpsCompilationErrorsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CpsCompilationErrorsException(MultipleCompilationErrorsException original) {
        super(original.getMessage());
        setStackTrace(original.getStackTrace());
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
