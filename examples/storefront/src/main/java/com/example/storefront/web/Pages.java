package com.example.storefront.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The shop's page and what it loads: a fixed list, so that no path of a request ever names a file. */
final class Pages {

    private static final Map<String, String> FILES = Map.of(
            "/", "index.html",
            "/shop.js", "shop.js",
            "/shop.css", "shop.css");
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "shop.js", "text/javascript; charset=utf-8",
            "shop.css", "text/css; charset=utf-8");

    private Pages() {}

    static Response page(String path) throws IOException {
        String file = FILES.get(path);
        if (file == null) {
            return Response.error(404, "nothing here");
        }
        try (InputStream in = Pages.class.getResourceAsStream("/web/" + file)) {
            return new Response(200, TYPES.get(file), in.readAllBytes());
        }
    }
}
