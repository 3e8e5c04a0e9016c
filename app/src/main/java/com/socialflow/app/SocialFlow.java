package com.socialflow.app;

import com.socialflow.gateway.GatewayModule;
import com.socialflow.platform.PlatformConfiguration;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The program: one main for every role. */
public final class SocialFlow {

    private static final int EXIT_FAILED = 1;

    private SocialFlow() {}

    /**
     * Starts the roles that {@code --roles=} names, all of them by default; or verifies the audit log, or the cells.
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(AuditCommand.NAME)) {
            System.exit(AuditCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        if (arguments.length > 0 && arguments[0].equals(AnalyticsCommand.NAME)) {
            System.exit(AnalyticsCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        try {
            var program = start(arguments);
            if (program.getBean(Training.class).wanted()) {
                program.getBean(Training.class).run();
                program.close();
                System.exit(0);
            }
        } catch (SpringApplication.AbandonedRunException e) {
            throw e; // The build wants the bean definitions alone.
        } catch (RuntimeException e) {
            System.err.println(StartFailure.sentence(e));
            // Engine threads of a failed start would keep the program alive.
            System.exit(EXIT_FAILED);
        }
    }

    /** Starts the program and gives its context; closing it stops everything in order. */
    static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(
                        PlatformConfiguration.class, ProgramConfiguration.class, GatewayModule.class)
                // Two services may each have a class of one name.
                .beanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE)
                .listeners(new ComputedBeans())
                .initializers(new Preparation())
                .run(CommandLine.settings(arguments).toArray(String[]::new));
    }
}
