package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.SerializableScript;
import groovy.lang.Binding;
import groovy.lang.MetaProperty;
import groovy.lang.MissingPropertyException;
import org.codehaus.groovy.runtime.InvokerHelper;

/** What every pipeline script extends: unknown methods are steps, unknown variables are globals or environment variables. */
public abstract class PipelineScript extends SerializableScript {
    private static final long serialVersionUID = 1;

    private transient PipelineExecution execution;

    protected PipelineScript() {
        this.execution = PipelineExecution.loading();
    }

    @Override
    public Object invokeMethod(String name, Object args) {
        Object global = execution().global(name);
        if (global != null) {
            return InvokerHelper.getMetaClass(global).invokeMethod(global, "call", args);
        }
        return execution().steps().invokeMethod(name, args);
    }

    @Override
    public Object getProperty(String name) {
        if (getBinding().hasVariable(name)) {
            return getBinding().getVariable(name);
        }
        Object global = execution().global(name);
        if (global != null) {
            return global;
        }
        MetaProperty property = getMetaClass().hasProperty(this, name);
        if (property != null) {
            return getMetaClass().getProperty(this, name);
        }
        String variable = execution().environment().get(name);
        if (variable != null) {
            return variable;
        }
        throw new MissingPropertyException(name, Binding.class);
    }

    @Override
    public Object evaluate(String text) {
        return execution().compiler().evaluated(text, getBinding()).run();
    }

    @Override
    public void println() {
        invokeMethod("echo", new Object[] {""});
    }

    @Override
    public void println(Object value) {
        invokeMethod("echo", new Object[] {String.valueOf(value)});
    }

    @Override
    public void print(Object value) {
        println(value);
    }

    @Override
    public void printf(String format, Object value) {
        println(String.format(format, value));
    }

    @Override
    public void printf(String format, Object[] values) {
        println(String.format(format, values));
    }

    /** The step, not what Groovy adds to every object. */
    public Object sleep(long time) {
        return invokeMethod("sleep", new Object[] {time});
    }

    PipelineExecution execution() {
        if (execution == null) {
            throw new IllegalStateException("This script belongs to no running pipeline");
        }
        return execution;
    }

    protected Object readResolve() {
        execution = PipelineExecution.loading();
        return this;
    }
}
