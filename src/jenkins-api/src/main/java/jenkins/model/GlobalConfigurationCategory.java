package jenkins.model;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.ModelObject;

/** The page that a {@link GlobalConfiguration} is shown on. */
public abstract class GlobalConfigurationCategory implements ExtensionPoint, ModelObject {
    public GlobalConfigurationCategory() {}

    public abstract String getShortDescription();

    public static ExtensionList<GlobalConfigurationCategory> all() {
        return ExtensionList.lookup(GlobalConfigurationCategory.class);
    }

    public static <T extends GlobalConfigurationCategory> T get(Class<T> type) {
        T category = all().get(type);
        if (category == null) {
            throw new AssertionError(
                    "Category not found. It seems the class is missing the @Extension annotation: " + type);
        }
        return category;
    }

    /** Manage Jenkins » Security. */
    @Extension
    public static class Security extends GlobalConfigurationCategory {
        public Security() {}

        @Override
        public String getShortDescription() {
            return "Secure Jenkins; define who is allowed to access/use the system.";
        }

        @Override
        public String getDisplayName() {
            return "Security";
        }
    }

    /** Manage Jenkins » System. */
    @Extension
    public static class Unclassified extends GlobalConfigurationCategory {
        public Unclassified() {}

        @Override
        public String getShortDescription() {
            return "Configure global settings and paths.";
        }

        @Override
        public String getDisplayName() {
            return "System";
        }
    }
}
