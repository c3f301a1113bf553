package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** Nikto, JSON (one host or a list of them) and XML. The format has no severities. */
final class NiktoReader extends ElementReader {
    NiktoReader() {
        super(
                "nikto",
                "Nikto",
                SeverityTable.otherwise(Severity.MEDIUM),
                Places.of(
                                "vulnerabilities[]",
                                "[].vulnerabilities[]",
                                "niktoscan.scandetails.item",
                                "niktoscan.niktoscan.scandetails.item")
                        .version("niktoscan.version", "niktoscan.niktoscan.version")
                        .context("host", "[].host"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("host", "banner", "vulnerabilities[]")
                || outline.hasAll("[].host", "[].banner", "[].vulnerabilities[]")
                || outline.xmlRoot().equals("niktoscan");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        String message = firstText(element, "msg", "description");
        String path = firstText(element, "url", "namelink", "uri");
        String host = reading.seen(place.startsWith("[]") ? "[].host" : "host");
        boolean local = path != null && path.startsWith("/") && host != null;
        reading.sink.finding(reading.draft(Kind.CODE, null)
                .rule(text(element, "id"))
                .message(message)
                .place(local ? host + path : path, 0));
    }
}
