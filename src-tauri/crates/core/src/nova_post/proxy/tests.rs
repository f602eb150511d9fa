//! What each system's settings mean for the connection to Nova Post.

use super::gnome::GnomeSettings;
use super::windows::InternetSettings;
use super::*;

/// The address of the sandbox.
const SANDBOX: &str = "https://api-stage.novapost.pl/v.1.0/";

/// The way to an address: `direct`, or the proxy; then `script` if a script may choose another one.
fn way(settings: &ProxySettings, target: &str) -> String {
    let proxy = settings.proxy_for(&target.parse().unwrap());
    let way = proxy.map_or("direct".to_owned(), |proxy| format!("{proxy:?}"));
    if settings.script { format!("{way}, script") } else { way }
}

fn of_variables(variables: &[(&str, &str)]) -> ProxySettings {
    variables::read(|name| named(variables, name))
}

fn named(variables: &[(&str, &str)], name: &str) -> Option<String> {
    let found = variables.iter().find(|(known, _)| *known == name);
    found.map(|(_, value)| (*value).to_owned())
}

#[test]
fn the_variables_name_a_proxy_and_the_hosts_without_it() {
    for (variables, expected) in [
        (&[][..], "direct"),
        (&[("HTTPS_PROXY", "http://proxy:3128")], "http://proxy:3128"),
        (&[("https_proxy", "proxy:3128")], "http://proxy:3128"),
        (&[("HTTPS_PROXY", "one:1"), ("https_proxy", "two:2")], "http://one:1"),
        (&[("ALL_PROXY", "socks5://proxy:1080")], "socks5://proxy:1080"),
        (&[("all_proxy", "socks://proxy")], "socks5h://proxy:1080"),
        (&[("HTTPS_PROXY", "one:1"), ("ALL_PROXY", "two:2")], "http://one:1"),
        (&[("HTTP_PROXY", "proxy:3128")], "direct"),
        (&[("HTTPS_PROXY", "ftp://proxy:21")], "direct"),
        (&[("HTTPS_PROXY", "proxy:1"), ("NO_PROXY", "novapost.pl")], "direct"),
        (&[("HTTPS_PROXY", "proxy:1"), ("no_proxy", "a.example, .novapost.pl")], "direct"),
        (&[("HTTPS_PROXY", "proxy:1"), ("NO_PROXY", "*")], "direct"),
        (&[("HTTPS_PROXY", "proxy:1"), ("NO_PROXY", "localhost 10.0.0.0/8")], "http://proxy:1"),
    ] {
        assert_eq!(way(&of_variables(variables), SANDBOX), expected, "{variables:?}");
    }
}

#[test]
fn gnomes_settings_are_understood() {
    const DEFAULTS: &[&str] = &["localhost", "127.0.0.0/8", "::1"];

    let settings = |mode: &str, https: &str, http: &str, socks: &str, ignore: &[&str]| {
        let server = |text: &str| {
            let (host, port) = text.split_once(' ').unwrap_or_default();
            (host.to_owned(), port.parse().unwrap_or_default())
        };
        GnomeSettings {
            mode: mode.to_owned(),
            https: server(https),
            http: server(http),
            http_sign_in: None,
            socks: server(socks),
            ignore_hosts: ignore.iter().map(|&host| host.to_owned()).collect(),
        }
        .into_settings()
    };
    for (mode, https, http, socks, ignore, expected) in [
        ("none", "proxy 3128", "", "", DEFAULTS, "direct"),
        ("", "proxy 3128", "", "", DEFAULTS, "direct"),
        ("manual", "proxy 3128", "", "", DEFAULTS, "http://proxy:3128"),
        ("manual", "proxy 3128", "other 1", "third 2", DEFAULTS, "http://proxy:3128"),
        ("manual", "", "other 8080", "third 2", DEFAULTS, "http://other:8080"),
        ("manual", "", "", "third 1080", DEFAULTS, "socks5h://third:1080"),
        ("manual", "proxy 0", "", "third 1080", DEFAULTS, "socks5h://third:1080"),
        ("manual", "", "", "", DEFAULTS, "direct"),
        ("manual", "fd00::1 3128", "", "", DEFAULTS, "http://[fd00::1]:3128"),
        ("manual", "proxy 3128", "", "", &["*.novapost.pl"], "direct"),
        ("manual", "proxy 3128", "", "", &["novapost.pl"], "direct"),
        ("manual", "proxy 3128", "", "", &["novapost.com"], "http://proxy:3128"),
        ("auto", "proxy 3128", "", "", DEFAULTS, "direct, script"),
    ] {
        let settings = settings(mode, https, http, socks, ignore);
        assert_eq!(way(&settings, SANDBOX), expected, "{mode} {https} {http} {socks} {ignore:?}");
    }
}

#[test]
fn gnomes_name_and_password_are_sent_to_the_proxy_that_they_are_for() {
    let settings = |https: (&str, i32)| {
        GnomeSettings {
            mode: "manual".to_owned(),
            https: (https.0.to_owned(), https.1),
            http: ("proxy".to_owned(), 3128),
            http_sign_in: Some(("anna".to_owned(), "pass".to_owned())),
            ..GnomeSettings::default()
        }
        .into_settings()
    };
    for (https, has_sign_in) in [(("proxy", 3128), true), (("", 0), true), (("other", 3128), false)]
    {
        let proxy = settings(https).proxy.unwrap();
        assert_eq!(proxy.has_sign_in(), has_sign_in, "{https:?}");
    }
}

#[test]
fn kdes_file_is_understood() {
    const VARIABLES: &[(&str, &str)] = &[("MY_PROXY", "http://named:1"), ("MY_NO", "novapost.pl")];
    for (file, expected) in [
        ("", "direct"),
        ("[Proxy Settings]\nProxyType=0\nhttpsProxy=http://proxy 3128\n", "direct"),
        ("[Proxy Settings]\nProxyType=1\nhttpsProxy=http://proxy 3128\n", "http://proxy:3128"),
        (
            "[Proxy Settings]\r\nProxyType=1\r\nhttpsProxy=http://proxy:3128\r\n",
            "http://proxy:3128",
        ),
        ("[Proxy Settings]\nhttpsProxy[$e]=proxy 3128\nProxyType[$i]=1\n", "http://proxy:3128"),
        ("[Proxy Settings]\nProxyType=1\nhttpProxy=http://proxy 3128\n", "direct"),
        ("[Proxy Settings]\nProxyType=1\nsocksProxy=socks://proxy 1080\n", "socks5h://proxy:1080"),
        ("[Proxy Settings]\nProxyType=1\nsocksProxy=proxy 1080\n", "socks5h://proxy:1080"),
        ("[Other]\nProxyType=1\nhttpsProxy=proxy 1\n[Proxy Settings]\nProxyType=0\n", "direct"),
        ("[Proxy Settings]\nProxyType=1\n#httpsProxy=proxy 1\n", "direct"),
        ("[Proxy Settings]\nProxyType=1\n[Proxy Settings][Old]\nhttpsProxy=proxy 1\n", "direct"),
        (
            "[Proxy Settings]\nProxyType=1\nhttpsProxy=proxy 1\nNoProxyFor=a.b,.novapost.pl\n",
            "direct",
        ),
        (
            "[Proxy Settings]\nProxyType=1\nhttpsProxy=proxy 1\nNoProxyFor=novapost.pl\n\
             ReversedException=true\n",
            "http://proxy:1",
        ),
        ("[Proxy Settings]\nProxyType=1\nhttpsProxy=proxy 1\nReversedException=true\n", "direct"),
        ("[Proxy Settings]\nProxyType=1\nhttpsProxy=proxy 1\nReversedException=1\n", "direct"),
        ("[Proxy Settings]\nProxyType=1\nhttpsProxy=http://fd00::1 1\n", "http://[fd00::1]:1"),
        ("[Proxy Settings]\nProxyType=2\nProxy Config Script=http://wpad/x\n", "direct, script"),
        ("[Proxy Settings]\nProxyType=3\nhttpsProxy=proxy 1\n", "direct, script"),
        ("[Proxy Settings]\nProxyType=4\nhttpsProxy=HTTPS,MY_PROXY\n", "http://named:1"),
        ("[Proxy Settings]\nProxyType=4\nhttpsProxy=MY_PROXY\nNoProxyFor=MY_NO\n", "direct"),
        ("[Proxy Settings]\nProxyType=4\nhttpsProxy=MISSING\n", "direct"),
        ("[Proxy Settings\nProxyType=1\nhttpsProxy=proxy 1\n", "direct"),
    ] {
        let settings = kde::of_files([file.to_owned()], |name| named(VARIABLES, name));
        assert_eq!(way(&settings, SANDBOX), expected, "{file}");
    }
}

#[test]
fn the_persons_file_of_kde_replaces_the_systems_unless_an_administrator_has_fixed_it() {
    let person = "[Proxy Settings]\nProxyType=1\nhttpsProxy=mine 2\n";
    for (system, expected) in [
        ("[Proxy Settings]\nProxyType=1\nhttpsProxy=firma 1\n", "http://mine:2"),
        ("[Proxy Settings]\nProxyType=1\nhttpsProxy[$i]=firma 1\n", "http://firma:1"),
        ("[Proxy Settings][$i]\nProxyType=1\nhttpsProxy=firma 1\n", "http://firma:1"),
        ("[Proxy Settings]\nProxyType[$i]=0\n", "direct"),
    ] {
        let settings = kde::of_files([system.to_owned(), person.to_owned()], |_| None);
        assert_eq!(way(&settings, SANDBOX), expected, "{system}");
    }
}

#[test]
fn the_settings_of_windows_are_understood() {
    for (enabled, server, exceptions, script, expected) in [
        (true, "proxy:3128", "", "", "http://proxy:3128"),
        (true, "proxy", "", "", "http://proxy:80"),
        (true, "http://proxy:3128", "", "", "http://proxy:3128"),
        (false, "proxy:3128", "", "", "direct"),
        (true, "", "", "", "direct"),
        (true, "http=one:1;https=two:2", "", "", "http://two:2"),
        (true, "https=two:2;http=one:1;ftp=three:3", "", "", "http://two:2"),
        (true, "HTTPS = two:2 ; ftp=three:21", "", "", "http://two:2"),
        (true, "http=one:1 https=two:2", "", "", "http://two:2"),
        (true, "https=http://two:2", "", "", "http://two:2"),
        (true, "https=https://two:443", "", "", "https://two:443"),
        (true, "http=one:1;socks=three:1080", "", "", "socks4://three:1080"),
        (true, "socks=three", "", "", "socks4://three:1080"),
        (true, "https=two:2;socks=three:1080", "", "", "http://two:2"),
        (true, "https=;socks=three:1080", "", "", "socks4://three:1080"),
        (true, "http=one:1", "", "", "direct"),
        (true, "proxy:3128", "*.novapost.pl;<local>", "", "direct"),
        (true, "proxy:3128", "novapost.pl;<local>", "", "http://proxy:3128"),
        (true, "proxy:3128", "10.*; api-stage.novapost.pl", "", "direct"),
        (true, "proxy:3128", "api-*.novapost.*", "", "direct"),
        (true, "proxy:3128", "<local>", "", "http://proxy:3128"),
        (false, "", "", "http://wpad.firma.example/proxy.pac", "direct, script"),
        (false, "proxy:3128", "", "http://wpad.firma.example/proxy.pac", "direct, script"),
        (true, "proxy:3128", "", "file://C:/proxy.pac", "http://proxy:3128, script"),
    ] {
        let settings = InternetSettings {
            is_enabled: enabled,
            server: server.to_owned(),
            exceptions: exceptions.to_owned(),
            script: script.to_owned(),
        };
        let settings = settings.into_settings();
        assert_eq!(way(&settings, SANDBOX), expected, "{server} {exceptions} {script}");
    }
    let local = InternetSettings {
        is_enabled: true,
        server: "proxy:3128".to_owned(),
        exceptions: "<local>".to_owned(),
        script: String::new(),
    };
    assert_eq!(way(&local.into_settings(), "https://test-server/v.1.0/"), "direct");
}

/// The dictionary as macOS prints it, with these lines in it.
fn dictionary(lines: &str) -> String {
    format!("<dictionary> {{\n  {}\n}}\n", lines.replace("; ", "\n  "))
}

#[test]
fn the_settings_of_macos_are_understood() {
    for (lines, expected) in [
        ("FTPPassive : 1", "direct"),
        ("HTTPSEnable : 1; HTTPSPort : 3128; HTTPSProxy : proxy", "http://proxy:3128"),
        ("HTTPSEnable : 0; HTTPSPort : 3128; HTTPSProxy : proxy", "direct"),
        ("HTTPSPort : 3128; HTTPSProxy : proxy", "direct"),
        ("HTTPEnable : 1; HTTPPort : 3128; HTTPProxy : proxy", "direct"),
        ("SOCKSEnable : 1; SOCKSPort : 1080; SOCKSProxy : proxy", "socks5h://proxy:1080"),
        ("ProxyAutoConfigEnable : 1; ProxyAutoConfigURLString : http://x/y", "direct, script"),
        ("ProxyAutoDiscoveryEnable : 1", "direct, script"),
        (
            "ExceptionsList : <array> {; 0 : *.local; 1 : *.novapost.pl; }; HTTPSEnable : 1; \
             HTTPSPort : 3128; HTTPSProxy : proxy",
            "direct",
        ),
        (
            "ExceptionsList : <array> {; 0 : *.local; 1 : 169.254/16; }; HTTPSEnable : 1; \
             HTTPSPort : 3128; HTTPSProxy : proxy; ExcludeSimpleHostnames : 1",
            "http://proxy:3128",
        ),
        (
            "__SCOPED__ : <dictionary> {; en0 : <dictionary> {; HTTPSEnable : 1; HTTPSPort : 1; \
             HTTPSProxy : scoped; }; }; HTTPSEnable : 0",
            "direct",
        ),
    ] {
        assert_eq!(way(&macos::of_dictionary(&dictionary(lines)), SANDBOX), expected, "{lines}");
    }
    assert_eq!(way(&macos::of_dictionary(""), SANDBOX), "direct");
    let excluded = dictionary(
        "ExcludeSimpleHostnames : 1; HTTPSEnable : 1; HTTPSPort : 3128; HTTPSProxy : proxy",
    );
    assert_eq!(way(&macos::of_dictionary(&excluded), "https://intranet/"), "direct");
}

#[test]
fn the_desktop_is_recognized_by_its_name() {
    use Desktop::{Gnome, Kde};

    for (names, expected) in [
        ("GNOME", Some(Gnome)),
        ("ubuntu:GNOME", Some(Gnome)),
        ("Budgie:GNOME", Some(Gnome)),
        ("X-Cinnamon", Some(Gnome)),
        ("gnome", Some(Gnome)),
        ("KDE", Some(Kde)),
        ("XFCE", None),
        ("sway", None),
        ("", None),
    ] {
        assert_eq!(desktop(names), expected, "{names}");
    }
}

#[test]
fn on_linux_the_desktop_comes_first_and_the_variables_second() {
    let desktop = |text: &str, script| ProxySettings {
        proxy: ProxyAddress::parse(text, "http"),
        script,
        ..ProxySettings::default()
    };
    let variables = of_variables(&[("HTTPS_PROXY", "http://anna:pass@proxy:3128")]);
    for (own, script, expected, has_sign_in) in [
        ("", false, "http://proxy:3128", true),
        ("", true, "http://proxy:3128, script", true),
        ("other:3128", false, "http://other:3128", false),
        ("proxy:3129", false, "http://proxy:3129", false),
        ("proxy:3128", false, "http://proxy:3128", true),
        ("Proxy:3128", false, "http://proxy:3128", true),
        ("http://berta:word@proxy:3128", false, "http://proxy:3128", true),
    ] {
        let settings = of_linux(desktop(own, script), variables.clone());
        assert_eq!(way(&settings, SANDBOX), expected, "{own}");
        assert_eq!(settings.proxy.unwrap().has_sign_in(), has_sign_in, "{own}");
    }
    let kept = of_linux(desktop("http://berta:word@proxy:3128", false), variables);
    assert_eq!(kept.proxy.unwrap().url().username(), "berta");
}
