package org.kohsuke.stapler;

import java.net.URL;

public class HttpResponses {
    public HttpResponses() {}

    public static HttpResponses.HttpResponseException ok() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponses.HttpResponseException notFound() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponses.HttpResponseException forbidden() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponses.HttpResponseException status(int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponses.HttpResponseException error(int n, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponses.HttpResponseException error(Throwable throwable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponses.HttpResponseException error(int n, Throwable throwable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponses.HttpResponseException errorWithoutStack(int n, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponses.HttpResponseException wrap(HttpResponse httpResponse) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponses.HttpResponseException redirectViaContextPath(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponses.HttpResponseException redirectViaContextPath(int n, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpRedirect redirectTo(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpRedirect redirectTo(int n, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse redirectToDot() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponses.HttpResponseException redirectToContextRoot() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponses.HttpResponseException forwardToPreviousPage() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse staticResource(URL url) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse staticResource(URL url, long n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse html(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse literalHtml(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse plainText(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static HttpResponse text(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {
        public HttpResponseException() {}

        public HttpResponseException(String text) {}

        public HttpResponseException(String text, Throwable throwable) {}

        public HttpResponseException(Throwable throwable) {}
    }
}
