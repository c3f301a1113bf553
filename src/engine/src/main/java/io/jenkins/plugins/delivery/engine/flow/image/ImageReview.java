package io.jenkins.plugins.delivery.engine.flow.image;

import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportGate;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import io.jenkins.plugins.delivery.engine.flow.ReportSource;
import java.io.IOException;
import java.util.List;

/**
 * What an image says of itself, one fact a line and its parts separated by tabs: {@code tag}, {@code from}, {@code config}
 * (JSON as in the OCI Image Specification), {@code keys} and {@code file} (number of the layer, and how many or which), {@code end}
 * (how many layers). The shared library's {@code image-facts.sh} writes it.
 *
 * <p>Figures: {@code secrets}, {@code warnings}, {@code layers}, {@code files}. No value of anything secret is told.
 */
public final class ImageReview implements ReportKind {
    @Override
    public String id() {
        return "image";
    }

    @Override
    public String title() {
        return "Image";
    }

    @Override
    public List<ReportGate> gates() {
        return List.of(ReportGate.atMost("secrets", 0, ReportGate.Result.FAILURE));
    }

    @Override
    public Reading read(ReportSource source, ArgumentMap settings) throws IOException {
        ReportInput file = source.file();
        Findings findings = new Findings();
        ImageFacts facts = new ImageFacts(file.name(), findings);
        file.lines(facts::read);
        if (!facts.complete()) {
            throw new ReportException(
                    file.name(), "expected the facts of an image up to their end, but they break off");
        }
        return findings.reading(facts.layers(), facts.files());
    }
}
