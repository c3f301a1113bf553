package com.example.storefront.web;

import java.util.List;

/**
 * What the API needs to know of a request.
 *
 * @param path segments of the path
 */
record Request(String method, List<String> path, byte[] body) {

    static Request of(String method, String path, byte[] body) {
        return new Request(method, List.of(path.substring(1).split("/")), body);
    }

    boolean isGet() {
        return "GET".equals(method) || "HEAD".equals(method);
    }
}
