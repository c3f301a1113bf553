package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import java.util.Optional;
import java.util.function.Function;

/** What routing may look at. */
record RequestFacts(
        String method,
        String path,
        Function<String, Optional<String>> header,
        Function<String, Optional<String>> cookie,
        Function<String, Optional<String>> query) {}
