package io.jenkins.plugins.delivery.rehearsal.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.builder.AstBuilder;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.control.CompilePhase;

/** A piece of a Jenkinsfile in a document. */
record Snippet(String place, String code) {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern BLOCK = Pattern.compile("```groovy\\n(.*?)```", Pattern.DOTALL);
    /** A declaration without a body, as the reference writes what a var returns. */
    private static final Pattern SIGNATURE = Pattern.compile("(List|Map|String|boolean|void) \\w+\\(.*");

    /** Those of all documents that users read. */
    static List<Snippet> all() {
        List<Snippet> snippets = new ArrayList<>();
        try (Stream<Path> files =
                Stream.of("README.md", "docs", "examples").map(ROOT::resolve).flatMap(Snippet::documents)) {
            for (Path file : files.sorted().toList()) {
                Matcher block = BLOCK.matcher(Files.readString(file));
                for (int i = 1; block.find(); i++) {
                    snippets.add(new Snippet(ROOT.relativize(file) + ", snippet " + i, block.group(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return snippets;
    }

    private static Stream<Path> documents(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it only declares what something returns. */
    boolean isSignature() {
        return SIGNATURE.matcher(code.lines().findFirst().orElse("")).matches();
    }

    /** What it calls by a bare name, with the names of the arguments. */
    Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        for (ASTNode node : new AstBuilder().buildFromString(CompilePhase.CONVERSION, true, code)) {
            node.visit(new CodeVisitorSupport() {
                @Override
                public void visitMethodCallExpression(MethodCallExpression call) {
                    if (call.isImplicitThis() && call.getMethodAsString() != null) {
                        calls.computeIfAbsent(call.getMethodAsString(), any -> new ArrayList<>())
                                .addAll(named(call.getArguments()));
                    }
                    super.visitMethodCallExpression(call);
                }
            });
        }
        return calls;
    }

    private static List<String> named(Expression arguments) {
        List<String> names = new ArrayList<>();
        if (arguments instanceof TupleExpression tuple) {
            tuple.getExpressions().stream()
                    .filter(MapExpression.class::isInstance)
                    .flatMap(map -> ((MapExpression) map).getMapEntryExpressions().stream())
                    .map(MapEntryExpression::getKeyExpression)
                    .forEach(key -> names.add(key.getText()));
        }
        return names;
    }

    @Override
    public String toString() {
        return place;
    }
}
