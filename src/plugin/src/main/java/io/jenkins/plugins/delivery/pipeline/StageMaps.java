package io.jenkins.plugins.delivery.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.pipeline.PipelinePlan;
import io.jenkins.plugins.delivery.engine.pipeline.Stage;
import io.jenkins.plugins.delivery.engine.pipeline.StageKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A plan as a program holds it between two steps, and back. */
final class StageMaps {
    private static final Set<String> KEYS = Set.of("key", "title", "kind", "environment", "way", "leftOut", "runs");

    private StageMaps() {}

    static ArrayList<Map<String, Object>> of(List<Stage> stages) {
        ArrayList<Map<String, Object>> maps = new ArrayList<>();
        for (Stage stage : stages) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("key", stage.key());
            map.put("title", stage.title());
            map.put("kind", stage.kind().name());
            map.put("environment", stage.environment());
            map.put("way", stage.way().name());
            map.put("leftOut", stage.leftOut());
            map.put("runs", stage.runs());
            maps.add(map);
        }
        return maps;
    }

    /** Checks as well that they are what {@code deliveryPlan} returned. */
    static PipelinePlan plan(@CheckForNull List<?> maps) {
        List<Stage> stages = new ArrayList<>();
        for (ArgumentMap map : ArgumentMap.list("stages", maps, KEYS)) {
            stages.add(new Stage(
                    map.text("key").orElse(""),
                    map.text("title").orElse(""),
                    Choices.pick(map.place("kind"), map.raw("kind"), StageKind.class),
                    String.valueOf(map.raw("environment")),
                    Choices.pick(map.place("way"), map.raw("way"), Stage.Way.class),
                    String.valueOf(map.raw("leftOut"))));
        }
        return new PipelinePlan(stages);
    }

    /** A list that can be kept with a step. */
    static ArrayList<Object> copy(@CheckForNull List<?> maps) {
        ArrayList<Object> copy = new ArrayList<>();
        if (maps != null) {
            for (Object one : maps) {
                copy.add(one instanceof Map<?, ?> map ? plain(map) : String.valueOf(one));
            }
        }
        return copy;
    }

    private static LinkedHashMap<String, Object> plain(Map<?, ?> map) {
        LinkedHashMap<String, Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> plain.put(
                String.valueOf(key), value instanceof Boolean ? value : value == null ? "" : value.toString()));
        return plain;
    }
}
