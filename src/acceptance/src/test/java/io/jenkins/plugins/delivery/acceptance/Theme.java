package io.jenkins.plugins.delivery.acceptance;

/** How a Jenkins looks: as the system of who looks, where the plugins have such a theme. */
final class Theme {
    private static final String AS_THE_SYSTEM = """
            def load = { Jenkins.get().pluginManager.uberClassLoader.loadClass(it) }
            try {
              def themes = ExtensionList.lookupSingleton(load('io.jenkins.plugins.thememanager.ThemeManagerPageDecorator'))
              themes.theme = load('io.jenkins.plugins.darktheme.DarkThemeSystemManagerFactory').newInstance()
              print 'as the system'
            } catch (ClassNotFoundException e) { print 'light' }
            """;

    private Theme() {}

    /** Whether it is dark where the system is. */
    static boolean asTheSystem(RealJenkins jenkins) {
        return jenkins.as("admin").script(AS_THE_SYSTEM).equals("as the system");
    }
}
