; The installer of Key Desk for Windows. `cargo xtask windows` builds it twice: for one person and for all
; persons of a computer.
;
; Defines: SCOPE (user or machine), VERSION, APP, PRACTICE, LOADER, ICON, LICENSE, OUTPUT: files.
; Optional: SIGN, a command that signs the file that is appended to it; WEBVIEW_SETUP, the file of Microsoft's
; evergreen bootstrapper for WebView2.

Unicode true
Target amd64-unicode
ManifestDPIAware true
SetCompressor /SOLID lzma

!include "MUI2.nsh"
!include "WordFunc.nsh"
!include "LogicLib.nsh"

!define NAME "Key Desk"
; The folder of the person's data in %LOCALAPPDATA%: the identifier in tauri.conf.json.
!define DATA "app.keydesk"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${DATA}"
; Windows shows notifications only of programs that are registered under the id that the app gives.
!define NOTIFICATIONS_KEY "Software\Classes\AppUserModelId\${DATA}"
; What opens a developer's request for a key: the extension names a kind of file, and that the program.
!define REQUEST_EXTENSION "Software\Classes\.keyrequest"
!define REQUEST_KEY "Software\Classes\${DATA}.request"
; The application id under which WebView2 tells its version.
!define WEBVIEW_KEY "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
!define WEBVIEW_PAGE "https://go.microsoft.com/fwlink/p/?LinkId=2124703"

Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"

!if "${SCOPE}" == "machine"
  RequestExecutionLevel admin
  InstallDir "$PROGRAMFILES64\${NAME}"
  !define ROOT HKLM
!else
  RequestExecutionLevel user
  InstallDir "$LOCALAPPDATA\Programs\${NAME}"
  !define ROOT HKCU
!endif
InstallDirRegKey ${ROOT} "${UNINSTALL_KEY}" "InstallLocation"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} Setup"
VIAddVersionKey "LegalCopyright" "MIT OR Apache-2.0"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
  !finalize '${SIGN} "%1"'
!endif

; Pages

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "sidebar.bmp"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\keydesk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(StartNow)"
; The language of the first installation is that of the next one.
!define MUI_LANGDLL_REGISTRY_ROOT ${ROOT}
!define MUI_LANGDLL_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"

!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH

!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES

; A language needs one line here and its texts below.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Ukrainian"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString StartNow ${LANG_ENGLISH} "Start Key Desk"
LangString StartNow ${LANG_UKRAINIAN} "Запустити Key Desk"
LangString Newer ${LANG_ENGLISH} "A newer version of Key Desk is installed already. Uninstall it first if you want this older one."
LangString Newer ${LANG_UKRAINIAN} "Уже встановлено новішу версію Key Desk. Щоб поставити цю старішу, спершу видаліть новішу."
LangString StillOpen ${LANG_ENGLISH} "Key Desk is still open. Close it, then press Retry."
LangString StillOpen ${LANG_UKRAINIAN} "Key Desk ще відкрито. Закрийте програму й натисніть «Повторити»."
LangString NoWebView ${LANG_ENGLISH} "Key Desk needs Microsoft Edge WebView2, which this computer lacks. Open its download page now?"
LangString NoWebView ${LANG_UKRAINIAN} "Для Key Desk потрібен Microsoft Edge WebView2, якого на цьому комп’ютері немає. Відкрити сторінку завантаження?"
LangString Program ${LANG_ENGLISH} "Key Desk"
LangString Program ${LANG_UKRAINIAN} "Key Desk"
LangString Data ${LANG_ENGLISH} "My list of keys and my settings"
LangString Data ${LANG_UKRAINIAN} "Мій список ключів і налаштування"
LangString DataText ${LANG_ENGLISH} "Also removes the list of your keys, guides and settings. The keys themselves stay in Windows Credential Manager."
LangString DataText ${LANG_UKRAINIAN} "Видаляє також список ваших ключів, інструкції та налаштування. Самі ключі залишаються в диспетчері облікових даних Windows."
LangString ProgramText ${LANG_ENGLISH} "Removes the program. Your data stays."
LangString ProgramText ${LANG_UKRAINIAN} "Видаляє програму. Ваші дані залишаються."

; Closes the app and waits until its file can be written.
!macro CloseApp prefix
Function ${prefix}CloseApp
  retry:
  ${IfNot} ${FileExists} "$INSTDIR\keydesk.exe"
    Return
  ${EndIf}
  ; The app's window is asked to close, as by its close button. It clears the clipboard then. The whole path, because
  ; a program of this name may lie beside the installer.
  nsExec::Exec '"$SYSDIR\taskkill.exe" /IM keydesk.exe'
  Pop $0
  StrCpy $1 0
  ${Do}
    ClearErrors
    FileOpen $0 "$INSTDIR\keydesk.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      Return
    ${EndIf}
    Sleep 250
    IntOp $1 $1 + 1
  ${LoopUntil} $1 >= 40
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillOpen)" /SD IDCANCEL IDRETRY retry
  SetErrorLevel 3
  Quit
FunctionEnd
!macroend
!insertmacro CloseApp ""
!insertmacro CloseApp "un."

!macro Prepare
  SetRegView 64
  !if "${SCOPE}" == "machine"
    SetShellVarContext all
  !else
    SetShellVarContext current
  !endif
!macroend

Function .onInit
  !insertmacro Prepare
  !insertmacro MUI_LANGDLL_DISPLAY
  ReadRegStr $0 ${ROOT} "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(Newer)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro Prepare
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "install"
  Call CloseApp
  SetOutPath "$INSTDIR"
  File "/oname=keydesk.exe" "${APP}"
  File "/oname=keydesk-practice.exe" "${PRACTICE}"
  File "/oname=WebView2Loader.dll" "${LOADER}"
  File "/oname=LICENSE.txt" "${LICENSE}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\keydesk.exe"

  WriteRegStr ${ROOT} "${NOTIFICATIONS_KEY}" "DisplayName" "${NAME}"
  WriteRegStr ${ROOT} "${REQUEST_EXTENSION}" "" "${DATA}.request"
  WriteRegStr ${ROOT} "${REQUEST_KEY}" "" "Key request"
  WriteRegStr ${ROOT} "${REQUEST_KEY}\DefaultIcon" "" "$INSTDIR\keydesk.exe,0"
  WriteRegStr ${ROOT} "${REQUEST_KEY}\shell\open\command" "" '"$INSTDIR\keydesk.exe" "%1"'
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\keydesk.exe"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD ${ROOT} "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD ${ROOT} "${UNINSTALL_KEY}" "NoRepair" 1

  ; Untried: no WebView2 can be had where this installer is built.
  ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\${WEBVIEW_KEY}" "pv"
  ${If} $0 == ""
    ReadRegStr $0 HKCU "Software\${WEBVIEW_KEY}" "pv"
  ${EndIf}
  ${If} $0 == ""
  ${OrIf} $0 == "0.0.0.0"
    !ifdef WEBVIEW_SETUP
      InitPluginsDir
      File "/oname=$PLUGINSDIR\webview2-setup.exe" "${WEBVIEW_SETUP}"
      ExecWait '"$PLUGINSDIR\webview2-setup.exe" /silent /install'
    !else
      MessageBox MB_YESNO|MB_ICONQUESTION "$(NoWebView)" /SD IDNO IDNO without
      ExecShell "open" "${WEBVIEW_PAGE}"
      without:
    !endif
  ${EndIf}
SectionEnd

Section "un.$(Program)" UnProgram
  SectionIn RO
  Call un.CloseApp
  Delete "$INSTDIR\keydesk.exe"
  Delete "$INSTDIR\keydesk-practice.exe"
  Delete "$INSTDIR\WebView2Loader.dll"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey ${ROOT} "${NOTIFICATIONS_KEY}"
  DeleteRegKey ${ROOT} "${REQUEST_EXTENSION}"
  DeleteRegKey ${ROOT} "${REQUEST_KEY}"
  DeleteRegKey ${ROOT} "${UNINSTALL_KEY}"
SectionEnd

; Not chosen unless the person chooses it, and never by a silent uninstallation.
Section /o "un.$(Data)" UnData
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\${DATA}"
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${UnProgram} "$(ProgramText)"
  !insertmacro MUI_DESCRIPTION_TEXT ${UnData} "$(DataText)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END
