package com.socialflow.app;

import com.socialflow.analytics.AnalyticsModule;
import com.socialflow.platform.ConfiguredEngines;
import com.socialflow.platform.InstanceName;
import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.Roles;
import com.socialflow.platform.config.KnownKeys;
import com.socialflow.platform.database.DatabaseSettings;
import com.socialflow.social.SocialModule;
import com.socialflow.user.UserModule;
import com.socialflow.video.VideoModule;
import com.socialflow.viewcount.ViewCountModule;
import com.socialflow.workers.WorkersModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What happens between reading the configuration and making the first bean: keys are checked, modules chosen by role,
 * and the engines begin to start, which they go on doing while Spring works.
 */
final class Preparation implements ApplicationContextInitializer<GenericApplicationContext> {

    /** Every module by the role that starts it. */
    private static final Map<String, Class<?>> MODULES = new TreeMap<>(Map.of(
            "analytics", AnalyticsModule.class,
            "user", UserModule.class,
            "social", SocialModule.class,
            "video", VideoModule.class,
            "view-count", ViewCountModule.class,
            "workers", WorkersModule.class));

    /** Settings of the launcher, which may be in the environment. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of("socialflow.heap");

    @Override
    public void initialize(GenericApplicationContext context) {
        refuseUnknownKeys(context.getEnvironment());
        var binder = Binder.get(context.getEnvironment());
        var program = binder.bindOrCreate("socialflow", ProgramSettings.class);
        var platform = binder.bindOrCreate("socialflow", PlatformSettings.class);
        var database = binder.bindOrCreate("socialflow.database", DatabaseSettings.class);

        var roles = RoleList.parse(program.roles());
        if (!AotDetector.useGeneratedArtifacts()) {
            registerModules(context, roles);
        }
        register(context, Roles.class, () -> roles);
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            Stream.of(InstanceSlot.class, InstanceName.class, EmbeddedEngines.class)
                    .forEach(type -> register(context, type, () -> null));
            return;
        }
        var slot = InstanceSlot.take(platform.data());
        register(context, InstanceSlot.class, () -> slot);
        register(context, InstanceName.class, slot::name);
        var engines = EmbeddedEngines.start(platform, database, roles, new ConfiguredEngines(database, platform));
        register(context, EmbeddedEngines.class, () -> engines);
    }

    private static void registerModules(GenericApplicationContext context, Roles roles) {
        var reader = new AnnotatedBeanDefinitionReader(context, context.getEnvironment());
        reader.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        MODULES.forEach((role, module) -> {
            if (roles.has(role)) {
                reader.register(module);
            }
        });
    }

    /** Registers what only this start can make, so that the build computes no definition of it. */
    private static <T> void register(GenericApplicationContext context, Class<T> type, Supplier<T> made) {
        context.registerBean(
                type,
                made,
                bean -> bean.setAttribute(BeanRegistrationAotProcessor.IGNORE_REGISTRATION_ATTRIBUTE, true));
    }

    private static void refuseUnknownKeys(ConfigurableEnvironment environment) {
        try {
            var loader = Preparation.class.getClassLoader();
            var unknown = new KnownKeys(loader, OF_THE_LAUNCHER).unknown(environment);
            if (!unknown.isEmpty()) {
                throw new StartFailure.Refusal(
                        "Nobody reads these configuration keys; application.yml lists those that are read: "
                                + String.join(", ", unknown));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
