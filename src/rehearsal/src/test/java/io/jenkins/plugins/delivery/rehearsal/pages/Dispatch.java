package io.jenkins.plugins.delivery.rehearsal.pages;

import hudson.ExtensionList;
import hudson.model.Action;
import hudson.model.Actionable;
import hudson.model.Job;
import hudson.model.ManagementLink;
import hudson.model.RootAction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;

/** Finds what a URL means, as far as pages of this plugin are concerned: jobs, builds, actions, and their routes. */
final class Dispatch {
    private Dispatch() {}

    /** An object, and what of the path is left: empty for its page, otherwise the name of a route. */
    record Found(Object object, String rest) {}

    static Optional<Found> find(String path) {
        Deque<String> names =
                new ArrayDeque<>(List.of(path.replaceFirst("^/", "").split("/")));
        Object object = Jenkins.get();
        while (object != null && !names.isEmpty() && !names.peek().isEmpty()) {
            Object next = next(object, names.peek());
            if (next == null) {
                return Optional.of(new Found(object, names.peek()));
            }
            names.pop();
            object = next;
        }
        return object instanceof Jenkins ? Optional.empty() : Optional.of(new Found(object, ""));
    }

    private static Object next(Object object, String name) {
        if (object instanceof Jenkins jenkins) {
            return switch (name) {
                case "job" -> new Jobs(jenkins);
                case "manage" -> new Manage();
                default -> action(ExtensionList.lookup(RootAction.class).stream(), name);
            };
        }
        if (object instanceof Manage) {
            return action(ExtensionList.lookup(ManagementLink.class).stream(), name);
        }
        if (object instanceof Jobs jobs) {
            return jobs.jenkins().getItemByFullName(name);
        }
        if (object instanceof Job<?, ?> job && name.matches("\\d+")) {
            return job.getBuildByNumber(Integer.parseInt(name));
        }
        return object instanceof Actionable actionable ? action(actionable.getAllActions().stream(), name) : null;
    }

    private record Jobs(Jenkins jenkins) {}

    private record Manage() {}

    private static Action action(Stream<? extends Action> actions, String name) {
        return actions.filter(action -> name.equals(action.getUrlName()))
                .findFirst()
                .orElse(null);
    }

    static Optional<Method> route(Object object, String name) {
        return Stream.of(object.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(WebMethod.class)
                        ? List.of(method.getAnnotation(WebMethod.class).name()).contains(name)
                        : name.isEmpty() && method.getName().equals("doIndex"))
                .findFirst();
    }

    static String verb(Method route) {
        return route.isAnnotationPresent(RequirePOST.class)
                ? "POST"
                : route.isAnnotationPresent(GET.class) ? "GET" : "";
    }

    static HttpResponse call(Object object, Method route, StaplerRequest2 request) throws Throwable {
        Object[] arguments = Stream.of(route.getParameters())
                .map(parameter -> argument(parameter, request))
                .toArray();
        try {
            return (HttpResponse) route.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object argument(Parameter parameter, StaplerRequest2 request) {
        return parameter.isAnnotationPresent(QueryParameter.class)
                ? request.getParameter(parameter.getName())
                : request;
    }
}
