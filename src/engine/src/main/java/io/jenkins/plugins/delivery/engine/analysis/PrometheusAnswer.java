package io.jenkins.plugins.delivery.engine.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads one number out of an answer of the Prometheus HTTP API, or says why there is none. */
final class PrometheusAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PrometheusAnswer() {}

    static Measurement read(int status, byte[] body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (IOException e) {
            return new Measurement.Failed("HTTP " + status + ", and the answer is not JSON");
        }
        if (answer == null || !"success".equals(answer.path("status").asText())) {
            return new Measurement.Failed("HTTP " + status + ", " + error(answer));
        }
        if (!answer.path("warnings").isEmpty()) {
            return new Measurement.Missing("the answer is not complete: "
                    + answer.path("warnings").get(0).asText());
        }
        return data(answer.path("data"));
    }

    private static String error(JsonNode answer) {
        if (answer == null || !answer.has("error")) {
            return "without a reason";
        }
        return answer.path("errorType").asText("error") + ": "
                + answer.path("error").asText();
    }

    private static Measurement data(JsonNode data) {
        JsonNode result = data.path("result");
        String type = data.path("resultType").asText();
        if (type.equals("scalar")) {
            return number(result.path(1));
        }
        if (!type.equals("vector")) {
            return new Measurement.Failed("the query answers a " + type + ", expected one number");
        }
        if (result.isEmpty()) {
            return new Measurement.Missing("no data", true);
        }
        if (result.size() > 1) {
            return new Measurement.Failed("the query answers " + result.size() + " series, expected one; use sum(…)");
        }
        return number(result.get(0).path("value").path(1));
    }

    private static Measurement number(JsonNode sample) {
        String text = sample.asText();
        return switch (text) {
            case "NaN" -> new Measurement.Missing("no data (NaN)");
            case "+Inf", "-Inf", "Inf" -> new Measurement.Missing("not a finite number (" + text + ")");
            default -> parsed(text);
        };
    }

    private static Measurement parsed(String text) {
        try {
            return new Measurement.Value(Double.parseDouble(text));
        } catch (IllegalArgumentException e) {
            return new Measurement.Failed("'" + text + "' is not a number");
        }
    }
}
