package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads the statements of a closure, and the calls among them. */
final class Block {
    /** The name under which a section stands whose name cannot be made out. */
    static final String UNREADABLE = "error";

    private Block() {}

    static List<Statement> statements(ClosureExpression closure) {
        List<Statement> all = closure.getCode() instanceof BlockStatement block ? block.getStatements() : List.of();
        return all.stream().filter(one -> !(one instanceof EmptyStatement)).toList();
    }

    /** The statements of the block of `call`; a call without a block is a problem. */
    static List<Statement> statements(Call call, Problems problems) {
        if (call.body() == null) {
            problems.add(call.node(), "Expected a block for " + call.name());
            return List.of();
        }
        return statements(call.body());
    }

    /** Sections by name; of a section that stands there twice the first counts. */
    static List<Section> sections(Call parent, Problems problems) {
        List<Section> sections = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Statement statement : statements(parent, problems)) {
            Call call = Call.of(statement).orElse(null);
            if (call == null || !call.plain()) {
                problems.add(statement, "Expected a symbol");
                sections.add(new Section(UNREADABLE, statement, null));
            } else if (seen.add(call.name())) {
                sections.add(new Section(call.name(), statement, call));
            } else {
                problems.add(call.node(), "Multiple occurrences of the " + call.name() + " section");
            }
        }
        return sections;
    }

    /** The plain calls of a block; anything else is a problem. */
    static List<Call> calls(Call parent, Problems problems) {
        List<Call> calls = new ArrayList<>();
        for (Statement statement : statements(parent, problems)) {
            Call call = Call.of(statement).orElse(null);
            if (call == null || !call.plain()) {
                problems.add(statement, "Expected a symbol");
            } else {
                calls.add(call);
            }
        }
        return calls;
    }

    /**
     * @param call null if the section is {@link #UNREADABLE}
     */
    record Section(
            String name,
            Statement statement,
            @edu.umd.cs.findbugs.annotations.CheckForNull Call call) {}
}
