package com.socialflow.app;

import com.socialflow.platform.Roles;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * Has Spring take the bean definitions that the build computed, a sixth of a start: no class is searched, no condition
 * asked, no factory method called by reflection. They are of all roles and of Spring's settings as they are packaged;
 * whoever sets others gets theirs computed at the start.
 */
final class ComputedBeans implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String COMPUTED = SocialFlow.class.getName() + "__ApplicationContextInitializer";

    /** Sources of what nobody set, as Spring Boot names them: the packaged file, the number of the process. */
    private static final List<String> GIVEN = List.of("class path resource [application.yml]", "applicationInfo");

    /** What Spring's conditions look at, */
    private static final List<ConfigurationPropertyName> ASKED = Stream.of(
                    "spring", "server", "management", "springdoc", "otel", "debug")
            .map(ConfigurationPropertyName::of)
            .toList();

    /** but for these. */
    private static final List<ConfigurationPropertyName> NEVER_ASKED = Stream.of("server.port", "server.address")
            .map(ConfigurationPropertyName::of)
            .toList();

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (SpringProperties.getProperty(AotDetector.AOT_ENABLED) == null) {
            var there = ClassUtils.isPresent(COMPUTED, ComputedBeans.class.getClassLoader());
            SpringProperties.setFlag(AotDetector.AOT_ENABLED, there && fit(event.getEnvironment()));
        }
    }

    /** Whether they are what would be computed now. */
    static boolean fit(ConfigurableEnvironment environment) {
        return RoleList.parse(environment.getProperty("socialflow.roles", "all"))
                        .names()
                        .equals(Roles.ALL)
                && environment.getPropertySources().stream()
                        .filter(source -> GIVEN.stream().noneMatch(source.getName()::contains))
                        .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                        .flatMap(ComputedBeans::names)
                        .noneMatch(ComputedBeans::asked);
    }

    private static Stream<ConfigurationPropertyName> names(PropertySource<?> of) {
        return StreamSupport.stream(ConfigurationPropertySources.from(of).spliterator(), false)
                .flatMap(source ->
                        source instanceof IterableConfigurationPropertySource all ? all.stream() : Stream.of());
    }

    private static boolean asked(ConfigurationPropertyName name) {
        return ASKED.stream().anyMatch(asked -> asked.equals(name) || asked.isAncestorOf(name))
                && !NEVER_ASKED.contains(name);
    }
}
