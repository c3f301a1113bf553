package io.jenkins.plugins.delivery.rehearsal.declarative;

import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Axis;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Matrix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The axes of a {@code matrix}. */
final class MatrixValidator {
    private final Problems problems;

    MatrixValidator(Problems problems) {
        this.problems = problems;
    }

    void validate(Matrix matrix) {
        if (matrix.axes() == null) {
            missing(matrix.call(), "axes");
        } else {
            axes(matrix.axes());
        }
        if (matrix.stages() == null) {
            missing(matrix.call(), "stages");
        }
        matrix.excludes().forEach(exclude -> exclude.forEach(this::complete));
    }

    private void axes(List<Axis> axes) {
        Map<String, Axis> first = new HashMap<>();
        for (Axis axis : axes) {
            complete(axis);
            if (axis.name() != null) {
                Axis other = first.putIfAbsent(axis.name().getText(), axis);
                if (other != null) {
                    problems.add(
                            other.name(),
                            "Duplicate axis name: \"" + axis.name().getText() + "\"");
                }
            }
        }
    }

    private void complete(Axis axis) {
        if (axis.name() == null) {
            missing(axis.call(), "name");
        }
        if (axis.values() == null) {
            missing(axis.call(), "values");
        }
    }

    private void missing(Call call, String section) {
        problems.add(call.node(), "Missing required section \"" + section + "\"");
    }
}
