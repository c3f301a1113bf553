package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes one stage for each combination of values that no exclude names. */
final class MatrixCells {
    private MatrixCells() {}

    /** @param stage a stage with a {@code matrix}, as the program has it */
    static List<Map<String, Object>> of(Map<String, ?> stage) {
        Map<String, ?> matrix = map(stage.get("matrix"));
        List<Map<String, String>> combinations = new ArrayList<>(List.of(new LinkedHashMap<>()));
        for (Map<String, ?> axis : list(matrix.get("axes"))) {
            combinations = times(combinations, axis);
        }
        List<Map<String, Object>> cells = new ArrayList<>();
        for (Map<String, String> combination : combinations) {
            if (!isExcluded(combination, matrix)) {
                cells.add(cell(stage.get("name").toString(), combination, matrix));
            }
        }
        return cells;
    }

    private static List<Map<String, String>> times(List<Map<String, String>> combinations, Map<String, ?> axis) {
        List<Map<String, String>> product = new ArrayList<>();
        for (Map<String, String> combination : combinations) {
            for (Object value : (List<?>) axis.get("values")) {
                Map<String, String> longer = new LinkedHashMap<>(combination);
                longer.put(axis.get("name").toString(), value.toString());
                product.add(longer);
            }
        }
        return product;
    }

    @SuppressWarnings("unchecked")
    private static boolean isExcluded(Map<String, String> combination, Map<String, ?> matrix) {
        List<List<Map<String, ?>>> excludes = (List<List<Map<String, ?>>>) matrix.get("excludes");
        return excludes.stream().anyMatch(exclude -> exclude.stream().allMatch(axis -> {
            boolean named = ((List<?>) axis.get("values"))
                    .stream()
                            .map(Object::toString)
                            .anyMatch(value -> value.equals(
                                    combination.get(axis.get("name").toString())));
            return named != Boolean.TRUE.equals(axis.get("negated"));
        }));
    }

    private static Map<String, Object> cell(String stage, Map<String, String> axes, Map<String, ?> matrix) {
        String values = axes.entrySet().stream()
                .map(axis -> axis.getKey() + " = '" + axis.getValue() + "'")
                .collect(Collectors.joining(", "));
        Map<String, Object> cell = new HashMap<>(matrix);
        cell.put("name", stage + " - " + values);
        cell.put("axes", axes);
        cell.put("failFast", false);
        return cell;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> map(Object value) {
        return (Map<String, ?>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, ?>> list(Object value) {
        return (List<Map<String, ?>>) value;
    }
}
