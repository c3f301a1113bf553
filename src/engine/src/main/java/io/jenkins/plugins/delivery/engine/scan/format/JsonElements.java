package io.jenkins.plugins.delivery.engine.scan.format;

import java.io.IOException;

/** Walks JSON to the places of a format. */
final class JsonElements {
    private final JsonInput json;
    private final Places places;
    private final ElementReader.Reading reading;
    private boolean listSeen;

    JsonElements(JsonInput json, Places places, ElementReader.Reading reading) {
        this.json = json;
        this.places = places;
        this.reading = reading;
    }

    void walk() throws IOException {
        value("");
    }

    /** Whether there was a list of findings, be it empty: a report without one is no clean report. */
    boolean listSeen() {
        return listSeen;
    }

    private void value(String place) throws IOException {
        if (json.isArray() && places.leadOn(place + "[]")) {
            listSeen |= places.isList(place);
            json.array(() -> value(place + "[]"));
        } else if (places.isElement(place) && !json.isNull()) {
            reading.tell(place, json.tree());
        } else if (json.isObject() && places.leadOn(place)) {
            listSeen |= places.isList(place) && places.leadOn(any(place));
            reading.forget(place);
            json.object(key -> value(child(place, key)));
        } else {
            String text = json.text();
            listSeen |= json.isNull() && places.isList(place);
            if (text != null && places.leadOn(place)) {
                reading.see(place, text);
            }
        }
    }

    private String child(String place, String key) {
        String any = any(place);
        if (places.leadOn(any)) {
            reading.see(any, key);
            return any;
        }
        return place.isEmpty() ? key : place + "." + key;
    }

    private static String any(String place) {
        return place.isEmpty() ? "*" : place + ".*";
    }
}
