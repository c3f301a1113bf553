package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.rehearsal.declarative.Literals.MapLiteral;
import io.jenkins.plugins.delivery.rehearsal.declarative.PipelineModel.Settings;
import io.jenkins.plugins.delivery.rehearsal.declarative.PipelineModel.Stages;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Axis;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Body;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Input;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Matrix;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Nested;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Parallel;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Sequence;
import io.jenkins.plugins.delivery.rehearsal.declarative.When.Condition;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;

/**
 * Writes the model as nested map and list literals with closures in them: data that the interpreter walks through, and code that stays part
 * of the Jenkinsfile, so that it sees the variables around it, is transformed as the rest is, and survives a restart with it.
 */
final class ProgramEmitter {
    private final StepSchemas schemas;

    ProgramEmitter(StepSchemas schemas) {
        this.schemas = schemas;
    }

    MapExpression emit(PipelineModel pipeline) {
        return new MapLiteral()
                .putIfPresent("agent", agent(pipeline.agent()))
                .putIfPresent("environment", environment(pipeline.environment()))
                .put("options", options(pipeline.options()))
                .put("tools", tools(pipeline.tools()))
                .putIfPresent("parameters", symbols(pipeline.parameters()))
                .putIfPresent("triggers", symbols(pipeline.triggers()))
                .put("libraries", libraries(pipeline.libraries()))
                .put("stages", stages(pipeline.stages()))
                .putIfPresent("post", post(pipeline.post()))
                .build();
    }

    private Expression stages(@CheckForNull Stages stages) {
        return Literals.list(
                stages == null
                        ? List.of()
                        : stages.list().stream().map(this::stage).toList());
    }

    private Expression stage(Stage stage) {
        MapLiteral map = new MapLiteral()
                .put("name", stage.name())
                .put("failFast", stage.failFast())
                .putIfPresent("agent", agent(stage.agent()))
                .putIfPresent("environment", environment(stage.environment()))
                .put("options", options(stage.options()))
                .put("tools", tools(stage.tools()))
                .putIfPresent("when", when(stage.when()))
                .putIfPresent("input", input(stage.input()))
                .putIfPresent("post", post(stage.post()));
        stage.bodies().forEach(body -> body(body, map));
        return map.build();
    }

    private void body(Body body, MapLiteral map) {
        if (body instanceof Sequence sequence) {
            map.put("steps", sequence.steps().closure());
        } else if (body instanceof Nested nested) {
            map.put("stages", stages(nested.stages()));
        } else if (body instanceof Parallel parallel) {
            map.put("parallel", stages(parallel.stages()));
        } else if (body instanceof Matrix matrix) {
            map.put("matrix", matrix(matrix));
        }
    }

    private Expression matrix(Matrix matrix) {
        List<Axis> axes = matrix.axes() == null ? List.of() : matrix.axes();
        return new MapLiteral()
                .put("axes", Literals.list(axes.stream().map(this::axis).toList()))
                .put(
                        "excludes",
                        Literals.list(matrix.excludes().stream()
                                .map(exclude -> Literals.list(
                                        exclude.stream().map(this::axis).toList()))
                                .toList()))
                .putIfPresent("agent", agent(matrix.agent()))
                .putIfPresent("environment", environment(matrix.environment()))
                .put("options", options(matrix.options()))
                .put("tools", tools(matrix.tools()))
                .putIfPresent("when", when(matrix.when()))
                .putIfPresent("input", input(matrix.input()))
                .put("stages", stages(matrix.stages()))
                .putIfPresent("post", post(matrix.post()))
                .build();
    }

    private Expression axis(Axis axis) {
        return new MapLiteral()
                .put("name", axis.name())
                .put("values", Literals.list(axis.values() == null ? List.of() : axis.values()))
                .put("negated", axis.negated())
                .build();
    }

    @CheckForNull
    private Expression agent(@CheckForNull Agent agent) {
        if (agent == null) {
            return null;
        }
        MapLiteral settings = new MapLiteral();
        agent.settings().forEach(setting -> settings.put(setting.name(), lazy(setting.value())));
        return new MapLiteral()
                .put("type", agent.type())
                .put("settings", settings.build())
                .build();
    }

    @CheckForNull
    private Expression environment(@CheckForNull Environment environment) {
        return environment == null ? null : new EnvironmentEmitter(environment).emit();
    }

    private Expression options(@CheckForNull Settings options) {
        List<Expression> list = new ArrayList<>();
        if (options != null) {
            options.list().forEach(option -> list.add(option(option)));
        }
        return Literals.list(list);
    }

    private Expression option(Call option) {
        boolean wrapper =
                schemas.step(option.name()).map(StepSchemas.Schema::body).orElse(false);
        return new MapLiteral()
                .put("name", option.name())
                .put("wrapper", wrapper)
                .put("arguments", Literals.closure(arguments(option)))
                .build();
    }

    private Expression tools(@CheckForNull Settings tools) {
        List<Expression> list = new ArrayList<>();
        if (tools != null) {
            tools.list()
                    .forEach(tool -> list.add(new MapLiteral()
                            .put("type", tool.name())
                            .put("name", Literals.closure(arguments(tool)))
                            .build()));
        }
        return Literals.list(list);
    }

    /** Identifiers of libraries, each in a closure. */
    private Expression libraries(@CheckForNull Settings libraries) {
        List<Expression> list = new ArrayList<>();
        if (libraries != null) {
            libraries.list().forEach(library -> list.add(Literals.closure(arguments(library))));
        }
        return Literals.list(list);
    }

    /** {@code { -> [string(name: 'A'), …] }}: the calls themselves, which give described objects. */
    @CheckForNull
    private Expression symbols(@CheckForNull Settings settings) {
        if (settings == null) {
            return null;
        }
        ListExpression list =
                Literals.list(settings.list().stream().map(Call::node).toList());
        list.setSourcePosition(settings.call().node());
        return Literals.closure(list);
    }

    @CheckForNull
    private Expression when(@CheckForNull When when) {
        if (when == null) {
            return null;
        }
        return new MapLiteral()
                .put("beforeAgent", when.beforeAgent())
                .put("beforeInput", when.beforeInput())
                .put("beforeOptions", when.beforeOptions())
                .put("conditions", conditions(when.conditions()))
                .build();
    }

    private Expression conditions(List<Condition> conditions) {
        return Literals.list(conditions.stream().map(this::condition).toList());
    }

    private Expression condition(Condition condition) {
        MapLiteral map = new MapLiteral().put("name", condition.name());
        if (condition.name().equals("expression")) {
            map.put("block", condition.call().body());
        } else if (WhenParser.NESTING.contains(condition.name())) {
            map.put("children", conditions(condition.children()));
        } else {
            map.put("arguments", Literals.closure(arguments(condition.call())));
        }
        return map.build();
    }

    @CheckForNull
    private Expression input(@CheckForNull Input input) {
        if (input == null) {
            return null;
        }
        MapLiteral settings = new MapLiteral();
        input.settings().forEach(setting -> settings.put(setting.name(), lazy(setting.value())));
        return new MapLiteral()
                .put("settings", settings.build())
                .putIfPresent("parameters", symbols(input.parameters()))
                .build();
    }

    @CheckForNull
    private Expression post(@CheckForNull Post post) {
        if (post == null) {
            return null;
        }
        MapLiteral map = new MapLiteral();
        for (String condition : Post.CONDITIONS) {
            post.reactions().stream()
                    .filter(reaction -> reaction.condition().equals(condition))
                    .findFirst()
                    .ifPresent(reaction -> map.put(condition, reaction.steps().closure()));
        }
        return map.build();
    }

    /** The arguments of a call as one value: the sole one, a list of several, or a map of the named ones. */
    private static Expression arguments(Call call) {
        Expression value = value(call);
        value.setSourcePosition(call.node());
        return value;
    }

    private static Expression value(Call call) {
        if (call.positional().size() == 1 && call.named().isEmpty()) {
            return call.positional().get(0);
        }
        if (!call.positional().isEmpty()) {
            return Literals.list(call.positional());
        }
        MapExpression map = new MapExpression();
        call.named()
                .forEach(argument -> map.addMapEntryExpression(
                        new MapEntryExpression(Literals.constant(argument.name()), argument.value())));
        return map;
    }

    private static Expression lazy(Expression value) {
        return value instanceof ConstantExpression ? value : Literals.closure(value);
    }
}
