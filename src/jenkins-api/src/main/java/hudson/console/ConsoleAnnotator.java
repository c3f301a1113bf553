package hudson.console;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;

public abstract class ConsoleAnnotator<T> implements Serializable {
    public ConsoleAnnotator() {}

    public static <T> ConsoleAnnotator<T> cast(ConsoleAnnotator<? super T> consoleAnnotator) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> ConsoleAnnotator<T> combine(Collection<? extends ConsoleAnnotator<? super T>> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> ConsoleAnnotator<T> initial(T value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <T> List<ConsoleAnnotator<T>> _for(T value) {
        throw new UnsupportedOperationException("unwritten");
    }
}
