package hudson.util;

import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.converters.collections.CollectionConverter;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.mapper.CannotResolveClassException;
import com.thoughtworks.xstream.mapper.Mapper;
import java.util.Collection;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Leaves out the elements whose class is gone, such as actions of a plugin that was removed. */
final class RobustCollections extends CollectionConverter {
    private static final Logger LOGGER = Logger.getLogger(RobustCollections.class.getName());

    RobustCollections(Mapper mapper) {
        super(mapper);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public boolean canConvert(Class type) {
        return super.canConvert(type) || type == CopyOnWriteArrayList.class;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    protected void addCurrentElementToCollection(
            HierarchicalStreamReader reader, UnmarshallingContext context, Collection collection, Collection target) {
        try {
            target.add(readBareItem(reader, context, collection));
        } catch (CannotResolveClassException e) {
            LOGGER.log(Level.WARNING, "Left out {0}: there is no such class any more", e.getMessage());
        }
    }
}
