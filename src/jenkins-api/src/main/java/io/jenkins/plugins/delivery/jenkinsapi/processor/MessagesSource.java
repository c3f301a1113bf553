package io.jenkins.plugins.delivery.jenkinsapi.processor;

import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The source of a class of messages: for each key a method that gives the text in the reader's language, and one with an
 * underscore in front that gives it as a {@code Localizable}.
 */
final class MessagesSource {
    private final String packageName;
    private final Map<String, String> messages = new TreeMap<>();

    MessagesSource(String packageName, Properties messages) {
        this.packageName = packageName;
        messages.stringPropertyNames().forEach(key -> this.messages.put(key, messages.getProperty(key)));
    }

    /** @throws IllegalArgumentException when a text is not a message format, or two keys have the same name in Java */
    String text() {
        StringBuilder source = new StringBuilder("package " + packageName + ";\n\n"
                + "import org.jvnet.localizer.Localizable;\n"
                + "import org.jvnet.localizer.ResourceBundleHolder;\n"
                + "import org.kohsuke.accmod.Restricted;\n"
                + "import org.kohsuke.accmod.restrictions.NoExternalUse;\n\n"
                + "/** The texts of Messages.properties. */\n"
                + "@SuppressWarnings(\"all\")\n"
                + "@Restricted(NoExternalUse.class)\n"
                + "public class Messages {\n"
                + "    private static final ResourceBundleHolder holder = ResourceBundleHolder.get(Messages.class);\n");
        Map<String, String> names = new TreeMap<>();
        messages.forEach((key, text) -> {
            String other = names.put(identifier(key), key);
            if (other != null) {
                throw new IllegalArgumentException(other + " and " + key + " have the same name in Java");
            }
            source.append(methods(key, text));
        });
        return source.append("}\n").toString();
    }

    private static String methods(String key, String text) {
        int count = arguments(key, text);
        String parameters = list(count, "Object arg");
        String arguments = count == 0 ? "" : ", " + list(count, "arg");
        String name = identifier(key);
        return "\n    /** Key {@code " + key + "}. */\n"
                + "    public static String " + name + "(" + parameters + ") {\n"
                + "        return holder.format(\"" + key + "\"" + arguments + ");\n    }\n"
                + "\n    /** Key {@code " + key + "}. */\n"
                + "    public static Localizable _" + name + "(" + parameters + ") {\n"
                + "        return new Localizable(holder, \"" + key + "\"" + arguments + ");\n    }\n";
    }

    private static int arguments(String key, String text) {
        try {
            return new MessageFormat(text).getFormatsByArgumentIndex().length;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + " is not a message format: " + e.getMessage(), e);
        }
    }

    private static String list(int count, String prefix) {
        return IntStream.range(0, count).mapToObj(each -> prefix + each).collect(Collectors.joining(", "));
    }

    private static String identifier(String key) {
        String name = key.replaceAll("[^\\p{javaJavaIdentifierPart}]", "_");
        return Character.isJavaIdentifierStart(name.charAt(0)) ? name : "_" + name;
    }
}
