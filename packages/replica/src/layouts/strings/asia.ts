/**
 * Words of further languages. "Pending" was seen on profiles on 2026-09-18 in zh-CN, zh-TW, ko, hi, id, he, ms, th
 * and vi; "撤回" is the evidence's own inference, and the rest is inferred here.
 */
export const asia = {
  "zh-CN": `管理邀请|收到的邀请|发出的邀请|会员（{n}）|公司主页（{n}）|…展开|加载更多|下一页|上一页|更多
撤回|撤回发给{name}的邀请|{name}的头像|{age}发送|刚刚
撤回邀请|如果现在撤回，最多3周内您将无法再次向此会员发送邀请。|关闭|取消|知道了
邀请已撤回|撤回邀请失败|出了点问题，请重试。|邀请已忽略|邀请已接受
接受|接受{name}的邀请|忽略|忽略{name}的加为好友邀请|发消息|加为好友|邀请{name}加为好友|待处理|待处理，点击可撤回发给{name}的邀请
您可能认识的会员|看过此会员的还看了|此页面不存在|领英会员|您已达到每周邀请上限
首页|人脉|职位|消息|通知|我|查看档案`,
  "zh-TW": `管理邀請|已收到|已傳送|人員（{n}）|專頁（{n}）|…顯示更多|載入更多|下一頁|上一頁|更多
撤回|撤回傳送給 {name} 的邀請|{name} 的大頭貼照|{age}傳送|剛剛
撤回邀請|如果現在撤回，您最多 3 週內無法再次傳送邀請給此人。|關閉|取消|知道了
邀請已撤回|無法撤回邀請|發生錯誤，請再試一次。|已略過邀請|已接受邀請
接受|接受 {name} 的邀請|略過|略過 {name} 的建立關係邀請|發訊息|建立關係|邀請 {name} 建立關係|未回覆|未回覆，點選以撤回傳送給 {name} 的邀請
您可能認識的人|其他人也檢視了|此頁面不存在|LinkedIn 會員|您已達到每週邀請上限
首頁|人脈|職缺|訊息|通知|我|檢視檔案`,
  ko: `초대장 관리|받음|보냄|회원({n})|페이지({n})|… 더보기|더 불러오기|다음|이전|더보기
철회|{name}님에게 보낸 초대 철회|{name}님의 프로필 사진|{age} 보냄|방금
초대 철회|지금 철회하면 최대 3주 동안 이 회원에게 다시 초대장을 보낼 수 없습니다.|닫기|취소|확인
초대를 철회했습니다|초대를 철회하지 못했습니다|문제가 발생했습니다. 다시 시도해 주세요.|초대를 무시했습니다|초대를 수락했습니다
수락|{name}님의 초대 수락|무시|{name}님의 1촌 초대 무시|메시지|1촌 맺기|{name}님에게 1촌 신청|대기중|대기중, {name}님에게 보낸 초대를 철회하려면 클릭하세요
알 수도 있는 회원|다른 회원이 함께 본 프로필|존재하지 않는 페이지입니다|LinkedIn 회원|주간 초대 한도에 도달했습니다
홈|인맥|채용공고|메시지|알림|나|프로필 보기`,
  hi: `आमंत्रण प्रबंधित करें|प्राप्त|भेजे गए|लोग ({n})|पेज ({n})|… और दिखाएँ|और लोड करें|अगला|पिछला|और
वापस लें|{name} को भेजा गया आमंत्रण वापस लें|{name} की प्रोफ़ाइल फ़ोटो|{age} भेजा गया|अभी
आमंत्रण वापस लें|अगर आप अभी वापस लेते हैं, तो 3 सप्ताह तक इस व्यक्ति को फिर से नहीं भेज पाएँगे।|बंद करें|रद्द करें|ठीक है
आमंत्रण वापस लिया गया|आमंत्रण वापस नहीं लिया जा सका|कुछ गलत हुआ। कृपया फिर से प्रयास करें।|आमंत्रण अनदेखा किया गया|आमंत्रण स्वीकार किया गया
स्वीकार करें|{name} का आमंत्रण स्वीकार करें|अनदेखा करें|{name} का आमंत्रण अनदेखा करें|संदेश|कनेक्ट करें|{name} को कनेक्ट करने के लिए आमंत्रित करें|लंबित है|लंबित है, {name} को भेजा गया आमंत्रण वापस लेने के लिए क्लिक करें
लोग जिन्हें आप जानते होंगे|लोगों ने यह भी देखा|यह पेज मौजूद नहीं है|LinkedIn सदस्य|आप साप्ताहिक आमंत्रण सीमा तक पहुँच गए हैं
होम|मेरा नेटवर्क|नौकरियाँ|मैसेजिंग|सूचनाएँ|मैं|प्रोफ़ाइल देखें`,
  id: `Kelola undangan|Diterima|Terkirim|Orang ({n})|Halaman ({n})|… tampilkan lebih banyak|Muat lebih banyak|Berikutnya|Sebelumnya|Lainnya
Tarik|Tarik undangan yang dikirim ke {name}|Foto profil {name}|Dikirim {age}|baru saja
Tarik undangan|Jika Anda menariknya sekarang, Anda tidak dapat mengirim ulang ke orang ini hingga 3 minggu.|Tutup|Batal|Mengerti
Undangan ditarik|Gagal menarik undangan|Terjadi kesalahan. Silakan coba lagi.|Undangan diabaikan|Undangan diterima
Terima|Terima undangan dari {name}|Abaikan|Abaikan undangan dari {name}|Pesan|Hubungkan|Undang {name} untuk terhubung|Belum direspons|Belum direspons, klik untuk menarik undangan yang dikirim ke {name}
Orang yang mungkin Anda kenal|Orang juga melihat|Halaman ini tidak ada|Anggota LinkedIn|Anda telah mencapai batas undangan mingguan
Beranda|Jaringan Saya|Lowongan Kerja|Pesan|Notifikasi|Saya|Lihat profil`,
  he: `ניהול הזמנות|התקבלו|נשלחו|אנשים (\u200f{n}\u200f)|דפים (\u200f{n}\u200f)|… הצג עוד|טען עוד|הבא|הקודם|עוד
ביטול|ביטול ההזמנה שנשלחה אל {name}|תמונת הפרופיל של {name}|נשלח {age}|ממש עכשיו
ביטול הזמנה|אם תבטל עכשיו, לא תוכל לשלוח שוב לאדם זה במשך עד 3 שבועות.|סגירה|חזרה|הבנתי
ההזמנה בוטלה|ביטול ההזמנה נכשל|משהו השתבש. נסה שוב.|התעלמת מההזמנה|ההזמנה התקבלה
אישור|אישור ההזמנה של {name}|התעלם|התעלם מההזמנה של {name}|הודעה|התחבר|הזמן את {name} להתחבר|בהמתנה|בהמתנה, לחץ כדי לבטל את ההזמנה שנשלחה אל {name}
אנשים שאולי אתה מכיר|אנשים צפו גם ב|דף זה אינו קיים|חבר LinkedIn|הגעת למגבלת ההזמנות השבועית
בית|הרשת שלי|משרות|הודעות|התראות|אני|הצג פרופיל`,
  ms: `Urus jemputan|Diterima|Dihantar|Orang ({n})|Halaman ({n})|… tunjukkan lagi|Muatkan lagi|Seterusnya|Sebelumnya|Lagi
Tarik balik|Tarik balik jemputan yang dihantar kepada {name}|Gambar profil {name}|Dihantar {age}|baru sahaja
Tarik balik jemputan|Jika anda menarik balik sekarang, anda tidak boleh menghantar semula kepada orang ini sehingga 3 minggu.|Tutup|Batal|Faham
Jemputan ditarik balik|Gagal menarik balik jemputan|Ada sesuatu yang tidak kena. Sila cuba lagi.|Jemputan diabaikan|Jemputan diterima
Terima|Terima jemputan {name}|Abaikan|Abaikan jemputan daripada {name}|Mesej|Berhubung|Jemput {name} untuk berhubung|Menunggu kelulusan|Menunggu kelulusan, klik untuk menarik balik jemputan yang dihantar kepada {name}
Orang yang mungkin anda kenali|Orang juga melihat|Halaman ini tidak wujud|Ahli LinkedIn|Anda telah mencapai had jemputan mingguan
Laman Utama|Rangkaian Saya|Pekerjaan|Pemesejan|Pemberitahuan|Saya|Lihat profil`,
  th: `จัดการคำเชิญ|ได้รับ|ส่งแล้ว|ผู้คน ({n})|เพจ ({n})|… ดูเพิ่มเติม|โหลดเพิ่มเติม|ถัดไป|ก่อนหน้า|เพิ่มเติม
ถอนคืน|ถอนคืนคำเชิญที่ส่งถึง {name}|รูปโปรไฟล์ของ {name}|ส่งเมื่อ {age}|เมื่อสักครู่
ถอนคืนคำเชิญ|หากถอนคืนตอนนี้ คุณจะไม่สามารถส่งถึงบุคคลนี้อีกได้นานถึง 3 สัปดาห์|ปิด|ยกเลิก|เข้าใจแล้ว
ถอนคืนคำเชิญแล้ว|ถอนคืนคำเชิญไม่สำเร็จ|เกิดข้อผิดพลาด โปรดลองอีกครั้ง|ละเว้นคำเชิญแล้ว|ยอมรับคำเชิญแล้ว
ยอมรับ|ยอมรับคำเชิญของ {name}|ละเว้น|ละเว้นคำเชิญจาก {name}|ข้อความ|เชื่อมต่อ|เชิญ {name} ให้เชื่อมต่อ|รอดำเนินการ|รอดำเนินการ คลิกเพื่อถอนคืนคำเชิญที่ส่งถึง {name}
คนที่คุณอาจรู้จัก|ผู้คนยังดู|ไม่มีหน้านี้|สมาชิก LinkedIn|คุณถึงขีดจำกัดคำเชิญรายสัปดาห์แล้ว
หน้าแรก|เครือข่ายของฉัน|งาน|การส่งข้อความ|การแจ้งเตือน|ฉัน|ดูโปรไฟล์`,
  vi: `Quản lý lời mời|Đã nhận|Đã gửi|Mọi người ({n})|Trang ({n})|… hiển thị thêm|Tải thêm|Tiếp|Trước|Thêm
Rút lại|Rút lại lời mời đã gửi đến {name}|Ảnh hồ sơ của {name}|Đã gửi {age}|vừa xong
Rút lại lời mời|Nếu rút lại bây giờ, bạn sẽ không thể gửi lại cho người này trong tối đa 3 tuần.|Bỏ qua|Hủy|Đã hiểu
Đã rút lại lời mời|Không thể rút lời mời|Đã xảy ra lỗi. Vui lòng thử lại.|Đã bỏ qua lời mời|Đã chấp nhận lời mời
Chấp nhận|Chấp nhận lời mời của {name}|Bỏ qua|Bỏ qua lời mời kết nối từ {name}|Nhắn tin|Kết nối|Mời {name} kết nối|Đang chờ|Đang chờ, nhấp để rút lại lời mời đã gửi đến {name}
Những người bạn có thể biết|Mọi người cũng đã xem|Trang này không tồn tại|Thành viên LinkedIn|Bạn đã đạt giới hạn lời mời hàng tuần
Trang chủ|Mạng lưới của tôi|Việc làm|Nhắn tin|Thông báo|Tôi|Xem hồ sơ`,
  bn: `আমন্ত্রণ পরিচালনা করুন|প্রাপ্ত|পাঠানো|মানুষ ({n})|পেজ ({n})|… আরও দেখুন|আরও লোড করুন|পরবর্তী|পূর্ববর্তী|আরও
প্রত্যাহার করুন|{name}-কে পাঠানো আমন্ত্রণ প্রত্যাহার করুন|{name}-এর প্রোফাইল ছবি|{age} পাঠানো হয়েছে|এইমাত্র
আমন্ত্রণ প্রত্যাহার করুন|এখন প্রত্যাহার করলে ৩ সপ্তাহ পর্যন্ত এই ব্যক্তিকে আবার পাঠাতে পারবেন না।|বন্ধ করুন|বাতিল করুন|বুঝেছি
আমন্ত্রণ প্রত্যাহার করা হয়েছে|আমন্ত্রণ প্রত্যাহার করা যায়নি|কিছু ভুল হয়েছে। আবার চেষ্টা করুন।|আমন্ত্রণ উপেক্ষা করা হয়েছে|আমন্ত্রণ গ্রহণ করা হয়েছে
গ্রহণ করুন|{name}-এর আমন্ত্রণ গ্রহণ করুন|উপেক্ষা করুন|{name}-এর আমন্ত্রণ উপেক্ষা করুন|বার্তা|সংযুক্ত হন|{name}-কে সংযুক্ত হতে আমন্ত্রণ জানান|মুলতুবি|মুলতুবি, {name}-কে পাঠানো আমন্ত্রণ প্রত্যাহার করতে ক্লিক করুন
যাদের আপনি চিনতে পারেন|অন্যরা আরও দেখেছেন|এই পৃষ্ঠাটি নেই|LinkedIn সদস্য|আপনি সাপ্তাহিক আমন্ত্রণের সীমায় পৌঁছেছেন
হোম|আমার নেটওয়ার্ক|চাকরি|মেসেজিং|বিজ্ঞপ্তি|আমি|প্রোফাইল দেখুন`,
  mr: `आमंत्रणे व्यवस्थापित करा|प्राप्त|पाठवलेली|लोक ({n})|पेजेस ({n})|… आणखी दाखवा|आणखी लोड करा|पुढील|मागील|आणखी
मागे घ्या|{name} यांना पाठवलेले आमंत्रण मागे घ्या|{name} यांचा प्रोफाइल फोटो|{age} पाठवले|आत्ताच
आमंत्रण मागे घ्या|आता मागे घेतल्यास, ३ आठवड्यांपर्यंत या व्यक्तीला पुन्हा पाठवता येणार नाही.|बंद करा|रद्द करा|समजले
आमंत्रण मागे घेतले|आमंत्रण मागे घेता आले नाही|काहीतरी चूक झाली. कृपया पुन्हा प्रयत्न करा.|आमंत्रण दुर्लक्षित केले|आमंत्रण स्वीकारले
स्वीकारा|{name} यांचे आमंत्रण स्वीकारा|दुर्लक्ष करा|{name} यांच्या आमंत्रणाकडे दुर्लक्ष करा|संदेश|कनेक्ट करा|{name} यांना कनेक्ट होण्यासाठी आमंत्रित करा|प्रलंबित|प्रलंबित, {name} यांना पाठवलेले आमंत्रण मागे घेण्यासाठी क्लिक करा
तुम्हाला माहीत असू शकतील असे लोक|लोकांनी हेही पाहिले|हे पेज अस्तित्वात नाही|LinkedIn सदस्य|तुम्ही साप्ताहिक आमंत्रण मर्यादा गाठली आहे
होम|माझे नेटवर्क|नोकऱ्या|मेसेजिंग|सूचना|मी|प्रोफाइल पहा`,
  pa: `ਸੱਦੇ ਪ੍ਰਬੰਧਿਤ ਕਰੋ|ਪ੍ਰਾਪਤ|ਭੇਜੇ|ਲੋਕ ({n})|ਪੰਨੇ ({n})|… ਹੋਰ ਦਿਖਾਓ|ਹੋਰ ਲੋਡ ਕਰੋ|ਅੱਗੇ|ਪਿੱਛੇ|ਹੋਰ
ਵਾਪਸ ਲਓ|{name} ਨੂੰ ਭੇਜਿਆ ਸੱਦਾ ਵਾਪਸ ਲਓ|{name} ਦੀ ਪ੍ਰੋਫਾਈਲ ਤਸਵੀਰ|{age} ਭੇਜਿਆ ਗਿਆ|ਹੁਣੇ
ਸੱਦਾ ਵਾਪਸ ਲਓ|ਜੇ ਤੁਸੀਂ ਹੁਣ ਵਾਪਸ ਲੈਂਦੇ ਹੋ, ਤਾਂ 3 ਹਫ਼ਤਿਆਂ ਤੱਕ ਇਸ ਵਿਅਕਤੀ ਨੂੰ ਦੁਬਾਰਾ ਨਹੀਂ ਭੇਜ ਸਕੋਗੇ।|ਬੰਦ ਕਰੋ|ਰੱਦ ਕਰੋ|ਸਮਝ ਗਿਆ
ਸੱਦਾ ਵਾਪਸ ਲਿਆ ਗਿਆ|ਸੱਦਾ ਵਾਪਸ ਨਹੀਂ ਲਿਆ ਜਾ ਸਕਿਆ|ਕੁਝ ਗਲਤ ਹੋ ਗਿਆ। ਦੁਬਾਰਾ ਕੋਸ਼ਿਸ਼ ਕਰੋ।|ਸੱਦਾ ਅਣਡਿੱਠ ਕੀਤਾ|ਸੱਦਾ ਸਵੀਕਾਰ ਕੀਤਾ
ਸਵੀਕਾਰ ਕਰੋ|{name} ਦਾ ਸੱਦਾ ਸਵੀਕਾਰ ਕਰੋ|ਅਣਡਿੱਠ ਕਰੋ|{name} ਦਾ ਸੱਦਾ ਅਣਡਿੱਠ ਕਰੋ|ਸੁਨੇਹਾ|ਕਨੈਕਟ ਕਰੋ|{name} ਨੂੰ ਕਨੈਕਟ ਕਰਨ ਲਈ ਸੱਦਾ ਦਿਓ|ਬਕਾਇਆ|ਬਕਾਇਆ, {name} ਨੂੰ ਭੇਜਿਆ ਸੱਦਾ ਵਾਪਸ ਲੈਣ ਲਈ ਕਲਿੱਕ ਕਰੋ
ਲੋਕ ਜਿਨ੍ਹਾਂ ਨੂੰ ਤੁਸੀਂ ਜਾਣਦੇ ਹੋ ਸਕਦੇ ਹੋ|ਲੋਕਾਂ ਨੇ ਇਹ ਵੀ ਦੇਖਿਆ|ਇਹ ਪੰਨਾ ਮੌਜੂਦ ਨਹੀਂ ਹੈ|LinkedIn ਮੈਂਬਰ|ਤੁਸੀਂ ਹਫ਼ਤਾਵਾਰੀ ਸੱਦਾ ਸੀਮਾ ਤੇ ਪਹੁੰਚ ਗਏ ਹੋ
ਹੋਮ|ਮੇਰਾ ਨੈੱਟਵਰਕ|ਨੌਕਰੀਆਂ|ਮੈਸੇਜਿੰਗ|ਸੂਚਨਾਵਾਂ|ਮੈਂ|ਪ੍ਰੋਫਾਈਲ ਦੇਖੋ`,
  te: `ఆహ్వానాలను నిర్వహించండి|అందుకున్నవి|పంపినవి|వ్యక్తులు ({n})|పేజీలు ({n})|… మరింత చూపించు|మరిన్ని లోడ్ చేయి|తదుపరి|మునుపటి|మరిన్ని
ఉపసంహరించు|{name}కు పంపిన ఆహ్వానాన్ని ఉపసంహరించు|{name} ప్రొఫైల్ చిత్రం|{age} పంపబడింది|ఇప్పుడే
ఆహ్వానాన్ని ఉపసంహరించు|ఇప్పుడు ఉపసంహరిస్తే, 3 వారాల వరకు ఈ వ్యక్తికి మళ్లీ పంపలేరు.|మూసివేయి|రద్దు చేయి|అర్థమైంది
ఆహ్వానం ఉపసంహరించబడింది|ఆహ్వానాన్ని ఉపసంహరించడం విఫలమైంది|ఏదో తప్పు జరిగింది. మళ్లీ ప్రయత్నించండి.|ఆహ్వానం విస్మరించబడింది|ఆహ్వానం ఆమోదించబడింది
ఆమోదించు|{name} ఆహ్వానాన్ని ఆమోదించు|విస్మరించు|{name} ఆహ్వానాన్ని విస్మరించు|సందేశం|కనెక్ట్ అవ్వండి|{name}ను కనెక్ట్ కావడానికి ఆహ్వానించండి|పెండింగ్|పెండింగ్, {name}కు పంపిన ఆహ్వానాన్ని ఉపసంహరించడానికి క్లిక్ చేయండి
మీకు తెలిసి ఉండే వ్యక్తులు|వ్యక్తులు ఇవి కూడా చూశారు|ఈ పేజీ లేదు|LinkedIn సభ్యుడు|మీరు వారపు ఆహ్వాన పరిమితిని చేరుకున్నారు
హోమ్|నా నెట్‌వర్క్|ఉద్యోగాలు|సందేశాలు|నోటిఫికేషన్‌లు|నేను|ప్రొఫైల్ చూడండి`,
  fa: `مدیریت دعوت‌نامه‌ها|دریافت‌شده|ارسال‌شده|افراد (\u200f{n}\u200f)|صفحه‌ها (\u200f{n}\u200f)|… نمایش بیشتر|بارگیری بیشتر|بعدی|قبلی|بیشتر
پس گرفتن|پس گرفتن دعوت‌نامهٔ ارسال‌شده به {name}|عکس نمایهٔ {name}|{age} ارسال شد|همین حالا
پس گرفتن دعوت‌نامه|اگر اکنون پس بگیرید، تا ۳ هفته نمی‌توانید دوباره برای این شخص بفرستید.|بستن|لغو|متوجه شدم
دعوت‌نامه پس گرفته شد|پس گرفتن دعوت‌نامه ناموفق بود|مشکلی پیش آمد. دوباره تلاش کنید.|دعوت‌نامه نادیده گرفته شد|دعوت‌نامه پذیرفته شد
پذیرفتن|پذیرفتن دعوت {name}|نادیده گرفتن|نادیده گرفتن دعوت {name}|پیام|ارتباط|دعوت از {name} برای ارتباط|در انتظار|در انتظار، برای پس گرفتن دعوت‌نامهٔ ارسال‌شده به {name} کلیک کنید
افرادی که شاید بشناسید|دیگران این‌ها را هم دیده‌اند|این صفحه وجود ندارد|عضو LinkedIn|به سقف هفتگی دعوت‌نامه‌ها رسیده‌اید
خانه|شبکهٔ من|مشاغل|پیام‌رسانی|اعلان‌ها|من|دیدن نمایه`,
  tl: `Pamahalaan ang mga imbitasyon|Natanggap|Naipadala|Mga tao ({n})|Mga page ({n})|… magpakita pa|Mag-load pa|Susunod|Nakaraan|Higit pa
Bawiin|Bawiin ang imbitasyong ipinadala kay {name}|Larawan sa profile ni {name}|Ipinadala {age}|ngayon lang
Bawiin ang imbitasyon|Kung babawiin mo ngayon, hindi ka makapagpapadala muli sa taong ito nang hanggang 3 linggo.|Isara|Kanselahin|Nakuha ko
Nabawi ang imbitasyon|Hindi nabawi ang imbitasyon|Nagkaproblema. Pakisubukang muli.|Binalewala ang imbitasyon|Tinanggap ang imbitasyon
Tanggapin|Tanggapin ang imbitasyon ni {name}|Balewalain|Balewalain ang imbitasyon ni {name}|Mensahe|Kumonekta|Imbitahan si {name} na kumonekta|Nakabinbin|Nakabinbin, i-click para bawiin ang imbitasyong ipinadala kay {name}
Mga taong maaaring kilala mo|Tiningnan din ng mga tao|Wala ang page na ito|Miyembro ng LinkedIn|Naabot mo na ang lingguhang limitasyon sa imbitasyon
Home|Aking Network|Mga Trabaho|Pagmemensahe|Mga Notification|Ako|Tingnan ang profile`,
} as const;
