package io.jenkins.plugins.delivery.rehearsal.declarative;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** What is wrong with a source file; Groovy itself adds the file, the line, the caret, and the count. */
final class Problems {
    private final SourceUnit source;

    Problems(SourceUnit source) {
        this.source = source;
    }

    void add(ASTNode at, String message) {
        SyntaxException problem = new SyntaxException(
                message, at.getLineNumber(), at.getColumnNumber(), at.getLastLineNumber(), at.getLastColumnNumber());
        source.getErrorCollector().addErrorAndContinue(new SyntaxErrorMessage(problem, source));
    }
}
