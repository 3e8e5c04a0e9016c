package com.socialflow.user.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may register.
 *
 * @param mode {@code open}, {@code approval}, {@code invite} or {@code closed}, until an administrator chooses another
 *     while the program runs
 */
@ConfigurationProperties("socialflow.registration")
public record RegistrationSettings(@DefaultValue("open") RegistrationMode mode) {}
