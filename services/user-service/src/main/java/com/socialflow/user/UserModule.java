package com.socialflow.user;

import com.socialflow.platform.audit.AuditHome;
import com.socialflow.platform.database.ServiceSchema;
import com.socialflow.user.federation.FederationSettings;
import com.socialflow.user.mail.MailSettings;
import com.socialflow.user.passwords.PasswordSettings;
import com.socialflow.user.registration.RegistrationSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The user service: what the program imports to play the role {@code user}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties({
    UserSettings.class,
    FederationSettings.class,
    PrivacySettings.class,
    MailSettings.class,
    PasswordSettings.class,
    RegistrationSettings.class
})
public class UserModule {

    @Bean
    static ServiceSchema userSchema() {
        return new ServiceSchema("user");
    }

    @Bean
    static AuditHome auditHome() {
        return new AuditHome("user");
    }
}
