package io.jenkins.plugins.delivery.rehearsal.pages;

import com.sun.net.httpserver.Headers;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A request as a route sees it, and what it writes into the response. */
final class Exchange {
    private final Headers headers;
    private final Map<String, String> parameters;
    private final Map<String, String> answered = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;

    Exchange(Headers headers, Map<String, String> parameters) {
        this.headers = headers;
        this.parameters = parameters;
    }

    StaplerRequest2 request() {
        return proxy(StaplerRequest2.class, (method, arguments) -> switch (method) {
            case "getParameter" -> parameters.get((String) arguments[0]);
            case "getHeader" -> headers.getFirst((String) arguments[0]);
            case "getRemoteAddr" -> "127.0.0.1";
            default -> null;
        });
    }

    StaplerResponse2 response() {
        return proxy(StaplerResponse2.class, (method, arguments) -> {
            switch (method) {
                case "setHeader" -> answered.put((String) arguments[0], (String) arguments[1]);
                case "setContentType" -> answered.put("Content-Type", (String) arguments[0]);
                case "setStatus", "sendError" -> status = (int) arguments[0];
                case "sendRedirect", "sendRedirect2" -> status = 302;
                case "getOutputStream" -> {
                    return new Stream();
                }
                default -> {
                    // of no interest
                }
            }
            return null;
        });
    }

    PageServer.Answer answer() {
        return new PageServer.Answer(status, answered, body.toByteArray());
    }

    private interface Calls {
        Object take(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = calls.take(method.getName(), arguments);
                    return answer == null && method.getReturnType() == int.class ? Integer.valueOf(0) : answer;
                }));
    }

    private final class Stream extends ServletOutputStream {
        @Override
        public void write(int one) {
            body.write(one);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
