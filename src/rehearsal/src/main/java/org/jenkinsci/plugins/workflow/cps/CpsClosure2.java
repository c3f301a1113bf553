package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.Block;
import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.impl.CpsClosure;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;

/** A closure of a pipeline. What Groovy would add to every object ({@code println}, {@code sleep}) are steps here. */
public class CpsClosure2 extends CpsClosure {
    private static final long serialVersionUID = 1;

    public CpsClosure2(Object owner, Object thisObject, List<String> parameters, Block body, Env capture) {
        super(owner, thisObject, parameters, body, capture);
    }

    /** The step, not {@code Thread.sleep}. */
    public Object sleep(long time) {
        return InvokerHelper.invokeMethod(getOwner(), "sleep", time);
    }

    public void println(Object arg) {
        InvokerHelper.invokeMethod(getOwner(), "println", arg);
    }

    public void println() {
        InvokerHelper.invokeMethod(getOwner(), "println", new Object[0]);
    }

    public void print(Object arg) {
        InvokerHelper.invokeMethod(getOwner(), "print", arg);
    }

    public void printf(String format, Object value) {
        InvokerHelper.invokeMethod(getOwner(), "printf", new Object[] {format, value});
    }
}
